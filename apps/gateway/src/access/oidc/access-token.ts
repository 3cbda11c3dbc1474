import type { JWSAlgorithm } from 'jose';
import type { Claims } from './claims.ts';

/** Signatures by a private key of the provider alone: whoever can check one of these cannot make one. */
export const signatureAlgorithms: JWSAlgorithm[] = [
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'ES256',
  'ES384',
  'ES512',
  'EdDSA',
  'Ed25519',
];

/** Header `typ` of a token that may be an access token: RFC 9068's own, or the JWT of most providers. */
const types = new Set(['at+jwt', 'application/at+jwt', 'jwt', 'application/jwt']);

/** Keycloak writes what a token is into the claim `typ`: Bearer, or one of these. */
const othersOfKeycloak = new Set<unknown>(['ID', 'Refresh', 'Offline', 'Logout']);

/**
 * Returns whether a valid token is an access token, and not an ID token or one for logout that the same keys sign. An
 * access token without the type of RFC 9068 is known by its audience, and by having nothing that only an ID token has.
 * @param clientId audience of ID tokens; where access tokens have the same one, they must say that they are such
 */
export function isAccessToken(type: string | undefined, claims: Claims, clientId: string): boolean {
  const kind = type?.toLowerCase();
  if (kind !== undefined && !types.has(kind)) {
    return false;
  }
  if (kind?.endsWith('at+jwt') === true) {
    return true;
  }
  const { typ, at_hash, c_hash, s_hash, events, aud } = claims;
  if (typ === 'Bearer') {
    return true;
  }
  const isOther = othersOfKeycloak.has(typ);
  const isForClient = [aud].flat().includes(clientId);
  return !isOther && !isForClient && [at_hash, c_hash, s_hash, events].every((it) => it === undefined);
}

/**
 * Returns whether a program got the token for itself (client credentials) rather than for a person. RFC 9068 makes the
 * client its subject; other providers say it in claims of their own.
 */
export function isOfProgram(claims: Claims): boolean {
  const { sub, client_id, azp, appid, cid, gty, idtyp, preferred_username } = claims;
  const clients = [client_id, azp, appid, cid].filter((it) => typeof it === 'string');
  return (
    clients.some(
      (client) =>
        sub === client ||
        // Auth0
        sub === `${client}@clients` ||
        // Keycloak
        preferred_username === `service-account-${client.toLowerCase()}`,
    ) ||
    gty === 'client-credentials' ||
    // Microsoft Entra
    idtyp === 'app'
  );
}
