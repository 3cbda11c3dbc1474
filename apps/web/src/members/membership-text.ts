import type { Member } from '@warren/contracts';

const statusText: Record<Member['membership_status'], string | undefined> = {
  active: undefined,
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
  return statusText[membership_status] ?? (is_public ? undefined : 'Hidden');
}
