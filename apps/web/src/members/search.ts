import { z } from 'zod';
import { memberOrders, memberPresences } from '../api/members.ts';

/** Search parameters of the list. The searched text may be a name, and names are never in the address. */
export const MembersSearch = z.object({
  page: z.number().int().min(1).optional().catch(undefined),
  sort: z.enum(memberOrders).optional().catch(undefined),
  left: z.enum(memberPresences).optional().catch(undefined),
});
export type MembersSearch = z.infer<typeof MembersSearch>;
