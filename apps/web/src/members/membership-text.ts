import type { Consent, Member } from '@warren/contracts';

/** Names of the statuses of a membership. */
export const statusNames: Record<Member['membership_status'], string> = {
  active: 'Active',
  trial: 'On trial',
  paused: 'Paused',
  cancelled: 'Has left',
  expired: 'Expired',
};

/** Names of the consents that a member may have given. */
export const consentNames: Record<Consent, string> = {
  sensitive: 'Sensitive things may be told',
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
