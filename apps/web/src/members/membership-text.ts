import type { Member } from '@warren/contracts';

/** Names of the statuses of a membership. */
export const statusNames: Record<Member['membership_status'], string> = {
  active: 'Active',
  trial: 'On trial',
  paused: 'Paused',
  cancelled: 'Has left',
  expired: 'Expired',
};

/** Label of a membership that is not active and public; undefined for one that is. */
export function membershipText({
  membership_status,
  is_public,
}: Pick<Member, 'membership_status' | 'is_public'>): string | undefined {
  if (membership_status !== 'active') {
    return statusNames[membership_status];
  }
  return is_public ? undefined : 'Hidden';
}
