import { nameAmong } from '../roles/identity.ts';
import type { Identity } from '../roles/identity.ts';
import { highestRole } from '../roles/role-mapping.ts';
import { claimValues } from './claims.ts';
import type { Claims } from './claims.ts';
import type { OidcSettings } from './oidc-settings.ts';

/** Longest subject that OpenID Connect allows (Core 1.0, 2). */
const longestSubject = 255;

/**
 * Who the claims of a provider are about, with the highest role that they grant. Subjects are unique within an issuer
 * alone, and names and addresses may be given to somebody else: the id is made of issuer and subject.
 * @throws TypeError where the subject cannot be part of an id
 */
export function identityOf(
  kind: 'person' | 'program',
  issuer: string,
  subject: string,
  claims: Claims,
  { roleClaim, roles }: Pick<OidcSettings, 'roleClaim' | 'roles'>,
): Identity {
  if (subject === '' || subject.length > longestSubject || /[^\x20-\x7E]/.test(subject)) {
    throw new TypeError('The subject is not 1 to 255 ASCII characters.');
  }
  const { name, preferred_username, nickname, email } = claims;
  const role = highestRole(claimValues(claims, roleClaim) ?? [], roles);
  return {
    id: `${issuer}#${subject}`,
    name: nameAmong([name, preferred_username, nickname, email], subject),
    kind,
    ...(role !== undefined && { role }),
  };
}
