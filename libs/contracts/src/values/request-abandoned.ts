import { z } from 'zod';
import { Text } from './text.ts';

/** Core NATS subject on which a caller publishes that it no longer waits for a reply. */
export const requestAbandonedSubject = 'request.abandoned';

/** Body of `request.abandoned`. It may be lost: the request's own deadline ends the work too. */
export const RequestAbandoned = z.object({
  reply_to: Text.min(1).describe('Subject that the reply was wanted on, which names the request'),
});
export type RequestAbandoned = z.infer<typeof RequestAbandoned>;
