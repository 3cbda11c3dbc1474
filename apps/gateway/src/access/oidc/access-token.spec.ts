import { describe, expect, it } from '@jest/globals';
import { isAccessToken, isOfProgram } from './access-token.ts';

const client = 'warren-page';

describe('isAccessToken', () => {
  it.each([
    ['RFC 9068', 'at+jwt', { aud: 'warren' }],
    ['RFC 9068 in full', 'application/at+jwt', { aud: 'warren' }],
    ['RFC 9068, for the client that people log in with', 'at+jwt', { aud: client }],
    ['Auth0', 'JWT', { aud: ['warren', 'https://x.auth0.example/userinfo'], azp: 'abc', scope: 'openid' }],
    ['Keycloak', 'JWT', { aud: [client, 'account'], typ: 'Bearer' }],
    ['without a type', undefined, { aud: 'warren' }],
  ])('takes one of %s', (_of, type, claims) => {
    expect(isAccessToken(type, claims, client)).toBe(true);
  });

  it.each([
    ['an ID token', 'JWT', { aud: client, nonce: 'n' }],
    ['an ID token without a nonce', undefined, { aud: [client] }],
    ['an ID token for another API too', 'JWT', { aud: ['warren', client], at_hash: 'h' }],
    ['an ID token with a hash', 'JWT', { aud: 'warren', at_hash: 'h' }],
    ['an ID token of Keycloak', 'JWT', { aud: 'warren', typ: 'ID' }],
    ['a refresh token of Keycloak', 'JWT', { aud: 'warren', typ: 'Refresh' }],
    ['a logout token', 'logout+jwt', { aud: 'warren' }],
    ['an old logout token', 'JWT', { aud: 'warren', events: {} }],
    ['a proof', 'dpop+jwt', { aud: 'warren' }],
    ['a security event', 'secevent+jwt', { aud: 'warren' }],
  ])('does not take %s', (_what, type, claims) => {
    expect(isAccessToken(type, claims, client)).toBe(false);
  });
});

describe('isOfProgram', () => {
  it.each([
    ['RFC 9068', { sub: 'nightly', client_id: 'nightly' }],
    ['Auth0', { sub: 'abc@clients', azp: 'abc', gty: 'client-credentials' }],
    ['Keycloak', { sub: '6e4f', azp: 'Nightly', preferred_username: 'service-account-nightly' }],
    ['Okta', { sub: '0oa1', cid: '0oa1' }],
    ['Entra', { sub: '77', azp: '66', idtyp: 'app' }],
  ])('knows a program of %s', (_of, claims) => {
    expect(isOfProgram(claims)).toBe(true);
  });

  it.each([
    [{ sub: 'ada', client_id: 'page' }],
    [{ sub: 'ada', azp: 'page', preferred_username: 'service-account-other' }],
    [{ sub: 'ada' }],
    [{ sub: 'ada', cid: 'page', idtyp: 'user' }],
  ])('knows a person by %j', (claims) => {
    expect(isOfProgram(claims)).toBe(false);
  });
});
