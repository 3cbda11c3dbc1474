import { z } from 'zod';

/** Answer to a logout. */
export const LogoutReply = z.object({
  next: z
    .string()
    .describe('Path to open then, of the gateway: it may lead to the provider, to log out there too'),
});
export type LogoutReply = z.infer<typeof LogoutReply>;
