import { z } from 'zod';
import { Principal } from './principal.ts';

/** Who makes a request, told to that principal. */
export const Me = Principal.extend({
  logs_out: z.boolean().describe('Whether POST /auth/logout ends the session that the request was made with'),
});
export type Me = z.infer<typeof Me>;
