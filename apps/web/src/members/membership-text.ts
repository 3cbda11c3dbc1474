import type { Member } from '@warren/contracts';

const statusWords: Record<Member['membership_status'], string | undefined> = {
  active: undefined,
  trial: 'On trial',
  paused: 'Paused',
  cancelled: 'Has left',
  expired: 'Expired',
};

/** In a word, what sets a member apart from an active one; undefined where nothing does. */
export function apartWords({
  membership_status,
  is_public,
}: Pick<Member, 'membership_status' | 'is_public'>): string | undefined {
  return statusWords[membership_status] ?? (is_public ? undefined : 'Hidden');
}
