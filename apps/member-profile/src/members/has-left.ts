import { leftStatuses } from '@warren/contracts';

/** Condition on a row of `member` in SQL: the member has left. */
export const hasLeft = `membership_status in (${leftStatuses.map((status) => `'${status}'`).join(', ')})`;
