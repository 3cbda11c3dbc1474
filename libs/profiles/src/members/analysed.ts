import type { MemberInput } from '@warren/contracts';

/** Whether a member is analysed: the profile is public and its owner has not left. */
export function isAnalysed({
  is_public,
  membership_status,
}: Pick<MemberInput, 'is_public' | 'membership_status'>): boolean {
  return is_public && membership_status !== 'cancelled' && membership_status !== 'expired';
}
