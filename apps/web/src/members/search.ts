import { z } from 'zod';
import { MemberOrder } from '@warren/contracts';
import { MemberPresence } from '../api/members.ts';

/** Search parameters of the list. The searched text may be a name, and names are never in the address. */
export const MembersSearch = z.object({
  page: z.number().int().min(1).optional().catch(undefined),
  sort: MemberOrder.optional().catch(undefined),
  left: MemberPresence.optional().catch(undefined),
});
export type MembersSearch = z.infer<typeof MembersSearch>;
