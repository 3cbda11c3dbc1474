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

/** Whether the analysis looks at a member: those who are hidden or have left are never part of it. */
export function isCounted({
  membership_status,
  is_public,
}: Pick<Member, 'membership_status' | 'is_public'>): boolean {
  return is_public && membership_status !== 'cancelled' && membership_status !== 'expired';
}
