import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SignJWT, exportSPKI, generateKeyPair } from 'jose';
import { Me } from '@warren/contracts';
import { problemIn, read } from './gateway.ts';
import { startOidcGateway } from './oidc-gateway.ts';
import type { OidcGateway } from './oidc-gateway.ts';

let gateway: OidcGateway;

beforeAll(async () => {
  gateway = await startOidcGateway();
});
afterAll(() => gateway.close());

async function me(token: string, scheme = 'Bearer'): Promise<Response> {
  return fetch(`${gateway.url}/api/v1/me`, { headers: { authorization: `${scheme} ${token}` } });
}

const now = (): number => Math.floor(Date.now() / 1_000);
const base64url = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

describe('an access token', () => {
  it('of the client credentials grant makes a program known', async () => {
    const answer = await me(await gateway.provider.tokenOf('nightly'));
    expect(await read(answer, Me)).toEqual({
      id: `${gateway.provider.issuer}#nightly`,
      name: 'nightly',
      kind: 'program',
      role: 'operator',
      logs_out: false,
    });
  });

  it('without a role is answered 403', async () => {
    const answer = await me(await gateway.provider.tokenOf('stray'));
    expect(answer.status).toBe(403);
    expect((await problemIn(answer)).detail).toContain('stray');
  });

  it('of a person makes that person known', async () => {
    const token = await gateway.provider.sign({ name: 'Ada', client_id: 'a-tool', roles: ['warren-admin'] });
    expect(await read(await me(token), Me)).toEqual({
      id: `${gateway.provider.issuer}#ada`,
      name: 'Ada',
      kind: 'person',
      role: 'admin',
      logs_out: false,
    });
  });

  it.each([
    ['whatever the case of the scheme', 'bearer', {}, {}],
    ['typed as a plain JWT', 'Bearer', {}, { typ: 'JWT' }],
    ['for several audiences', 'Bearer', { aud: ['other', 'warren-api'] }, {}],
    ['from a clock that is a little ahead', 'Bearer', { iat: now() + 10, nbf: now() + 10 }, {}],
    ['that expired a moment ago', 'Bearer', { exp: now() - 5 }, {}],
  ])('is accepted %s', async (_how, scheme, claims, header) => {
    expect((await me(await gateway.provider.sign(claims, header), scheme)).status).toBe(200);
  });
});

describe('a token is refused', () => {
  async function refused(token: string): Promise<void> {
    const answer = await me(token);
    expect(answer.status).toBe(401);
    expect(answer.headers.get('www-authenticate')).toMatch(
      /^Bearer realm="Warren", error="invalid_token", error_description="[^"]+"$/,
    );
    const told = `${JSON.stringify(await problemIn(answer))}${answer.headers.get('www-authenticate') ?? ''}`;
    expect(told).not.toContain(token.slice(0, 40) || 'nothing of it');
  }

  it.each([
    ['with another audience', { aud: 'another' }, {}],
    ['without an audience', { aud: undefined }, {}],
    ['of another issuer', { iss: 'https://evil.example' }, {}],
    ['of an issuer that begins alike', { iss: 'http://127.0.0.1' }, {}],
    ['that has expired', { exp: now() - 60 }, {}],
    ['that does not expire', { exp: undefined }, {}],
    ['that is not valid yet', { nbf: now() + 120 }, {}],
    ['that is too old, whenever it expires', { iat: now() - 90_000, exp: now() + 600 }, {}],
    ['that does not say when it was made', { iat: undefined }, {}],
    ['that was made in the future', { iat: now() + 3_600 }, {}],
    ['without a subject', { sub: undefined }, {}],
    ['with an empty subject', { sub: '' }, {}],
    ['that is an ID token', { aud: 'warren-page' }, { typ: 'JWT' }],
    ['that is an ID token for here too', { aud: ['warren-page', 'warren-api'] }, { typ: 'JWT' }],
    ['that is a logout token', { events: {} }, { typ: 'logout+jwt' }],
    ['of an unknown key', {}, { kid: 'another' }],
  ])('%s', async (_how, claims, header) => {
    await refused(await gateway.provider.sign(claims, header));
  });

  it('with the signature of somebody else', async () => {
    const { privateKey } = await generateKeyPair('RS256');
    const { issuer, audience, keys } = gateway.provider;
    const forged = new SignJWT({ roles: ['warren-admin'] })
      .setProtectedHeader({ alg: 'RS256', typ: 'at+jwt', kid: keys.kid })
      .setIssuer(issuer)
      .setAudience(audience)
      .setSubject('ada')
      .setIssuedAt()
      .setExpirationTime('5m');
    await refused(await forged.sign(privateKey));
  });

  it('with other claims than those that were signed', async () => {
    const [head = '', , signature = ''] = (await gateway.provider.sign({})).split('.');
    const { issuer: iss, audience: aud } = gateway.provider;
    const claims = base64url({ iss, aud, sub: 'eve', iat: now(), exp: now() + 600, roles: ['warren-admin'] });
    await refused(`${head}.${claims}.${signature}`);
  });

  it.each(['none', 'None', 'NONE'])('without a signature, by the algorithm %s', async (alg) => {
    const [, claims = ''] = (await gateway.provider.sign({})).split('.');
    await refused(`${base64url({ alg, typ: 'at+jwt' })}.${claims}.`);
  });

  it('signed with the public key as if it were a secret', async () => {
    const [, claims = ''] = (await gateway.provider.sign({})).split('.');
    const signed = `${base64url({ alg: 'HS256', typ: 'at+jwt', kid: gateway.provider.keys.kid })}.${claims}`;
    const secret = await exportSPKI(gateway.provider.keys.publicKey);
    await refused(`${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`);
  });

  it('that brings its own key', async () => {
    const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true });
    const { exportJWK } = await import('jose');
    const { issuer, audience } = gateway.provider;
    const forged = new SignJWT({ iss: issuer, aud: audience, sub: 'eve', roles: ['warren-admin'] })
      .setProtectedHeader({
        alg: 'RS256',
        typ: 'at+jwt',
        jwk: await exportJWK(publicKey),
        jku: 'http://127.0.0.1:1/',
      })
      .setIssuedAt()
      .setExpirationTime('5m');
    await refused(await forged.sign(privateKey));
  });

  it.each(['', 'x', 'a.b', 'a.b.c', '..', 'eyJhbGciOiJub25lIn0.e30.', 'a b', 'null'])(
    'as %j',
    async (token) => {
      const answer = await me(token);
      expect(answer.status).toBe(401);
      expect(answer.headers.get('www-authenticate')).toContain('error="invalid_token"');
    },
  );

  it('even beside a session, which would do alone', async () => {
    const { visitor } = await gateway.logIn('ada');
    const url = `${gateway.url}/api/v1/me`;
    expect((await visitor.request(url)).status).toBe(200);
    expect((await visitor.request(url, { headers: { authorization: 'Bearer x' } })).status).toBe(401);
    expect((await visitor.request(url, { headers: { authorization: 'Basic eDp5' } })).status).toBe(200);
  });

  it('in the address', async () => {
    const token = await gateway.provider.tokenOf('nightly');
    expect((await fetch(`${gateway.url}/api/v1/me?access_token=${token}`)).status).toBe(401);
  });
});

describe('unknown keys', () => {
  it('do not make the gateway ask the provider again and again', async () => {
    const { requested } = gateway.provider;
    await me(await gateway.provider.tokenOf('nightly'));
    const before = requested.filter((path) => path === '/jwks').length;
    for (let at = 0; at < 20; at += 1) {
      await me(await gateway.provider.sign({}, { kid: `unknown-${at}` }));
    }
    expect(requested.filter((path) => path === '/jwks').length - before).toBeLessThanOrEqual(1);
  });
});
