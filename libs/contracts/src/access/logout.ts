import { z } from 'zod';
import { Text } from '../values/text.ts';

/** Answer to a logout. */
export const LogoutReply = z.object({
  next: Text.describe('Path of the gateway to open then: it may lead to the provider, to log out there too'),
});
export type LogoutReply = z.infer<typeof LogoutReply>;
