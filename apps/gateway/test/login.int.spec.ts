import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { LogoutReply, Me } from '@warren/contracts';
import { problemIn, read } from './gateway.ts';
import { oddPerson, startOidcGateway } from './oidc-gateway.ts';
import type { OidcGateway } from './oidc-gateway.ts';
import { Visitor } from './visitor.ts';

const cookie = 'warren-session';

let gateway: OidcGateway;

beforeAll(async () => {
  gateway = await startOidcGateway();
});
afterAll(() => gateway.close());

async function me(visitor: Visitor): Promise<Response> {
  return visitor.request(`${gateway.url}/api/v1/me`);
}

async function logOut(visitor: Visitor): Promise<Response> {
  return visitor.request(`${gateway.url}/auth/logout`, { method: 'POST' });
}

describe('a login', () => {
  it('makes somebody known by name and role, with a cookie that no script reads', async () => {
    const { visitor, at } = await gateway.logIn('otto', new Visitor(), '/app/runs?status=failed#first');
    expect(at.href).toBe(`${gateway.url}/app/runs?status=failed#first`);
    expect(await read(await me(visitor), Me)).toEqual({
      id: `${gateway.provider.issuer}#otto`,
      name: 'Otto Operator',
      kind: 'person',
      role: 'operator',
      logs_out: true,
    });
  });

  it('gives the browser no token, and leaves none in the address of the page', async () => {
    const visitor = new Visitor();
    const callback = await gateway.logInUpToCallback('ada', visitor);
    const answer = await visitor.request(callback);
    const [session] = answer.headers.getSetCookie().filter((line) => line.startsWith(`${cookie}=`));
    expect(session).toMatch(/^warren-session=[\w-]{43}; Max-Age=43200; Path=\/; HttpOnly; SameSite=Lax$/);
    expect(answer.headers.get('location')).toBe('/app/');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(`${JSON.stringify([...answer.headers])}${await answer.text()}`).not.toMatch(/eyJ/);
  });

  it('gives nobody a role who was granted none, and says so', async () => {
    const { visitor } = await gateway.logIn('nora');
    const answer = await me(visitor);
    expect(answer.status).toBe(403);
    expect((await problemIn(answer)).detail).toContain('Nora Nobody, but have no role in Warren');
  });

  it('tells who is named by a subject that cannot be told apart that the provider is at fault', async () => {
    const visitor = new Visitor();
    const answer = await visitor.request(await gateway.logInUpToCallback(oddPerson, visitor));
    expect(answer.status).toBe(400);
    expect((await problemIn(answer)).detail).toMatch(/^The provider names you .* \(sub\)/);
    expect(visitor.cookie(gateway.url, cookie)).toBeUndefined();
  });

  it('takes a new id each time, so that one planted before it is worth nothing', async () => {
    const visitor = new Visitor();
    const planted = 'A'.repeat(43);
    visitor.setCookie(gateway.url, cookie, planted);
    await gateway.logIn('vera', visitor);
    const first = visitor.cookie(gateway.url, cookie);
    expect(first).toMatch(/^[\w-]{43}$/);
    expect(first).not.toBe(planted);
    await gateway.logIn('vera', visitor);
    expect(visitor.cookie(gateway.url, cookie)).not.toBe(first);
    for (const old of [planted, first ?? '']) {
      const other = new Visitor();
      other.setCookie(gateway.url, cookie, old);
      expect((await me(other)).status).toBe(401);
    }
  });

  it.each(['https://evil.example/', '//evil.example', '/api/v1/members', '/\\evil.example'])(
    'does not return to %s',
    async (returnTo) => {
      const answer = await fetch(`${gateway.url}/auth/login?return_to=${encodeURIComponent(returnTo)}`, {
        redirect: 'manual',
      });
      expect(answer.status).toBe(422);
      await problemIn(answer);
    },
  );
});

describe('an answer of the provider', () => {
  async function refused(visitor: Visitor, callback: URL): Promise<void> {
    const answer = await visitor.request(callback);
    expect(answer.status).toBe(400);
    await problemIn(answer);
    expect(visitor.cookie(gateway.url, cookie)).toBeUndefined();
  }

  it('is refused with another state', async () => {
    const visitor = new Visitor();
    const callback = await gateway.logInUpToCallback('ada', visitor);
    callback.searchParams.set('state', 'another');
    await refused(visitor, callback);
  });

  it('is refused without a state', async () => {
    const visitor = new Visitor();
    const callback = await gateway.logInUpToCallback('ada', visitor);
    callback.searchParams.delete('state');
    await refused(visitor, callback);
  });

  it('is refused where its ID token has another nonce', async () => {
    const visitor = new Visitor();
    const change = (authorization: URL): void => authorization.searchParams.set('nonce', 'another');
    await refused(visitor, await gateway.logInUpToCallback('ada', visitor, { change }));
  });

  it('is refused where the code was made for another PKCE challenge', async () => {
    const visitor = new Visitor();
    const change = (authorization: URL): void =>
      authorization.searchParams.set('code_challenge', 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM');
    await refused(visitor, await gateway.logInUpToCallback('ada', visitor, { change }));
  });

  it('is refused in a browser that did not begin the login', async () => {
    const callback = await gateway.logInUpToCallback('ada', new Visitor());
    await refused(new Visitor(), callback);
  });

  it('is refused in a browser that began another login', async () => {
    const attacker = new Visitor();
    const victim = new Visitor();
    const callback = await gateway.logInUpToCallback('ada', attacker);
    await gateway.logInUpToCallback('vera', victim);
    await refused(victim, callback);
  });

  it('is refused the second time', async () => {
    const visitor = new Visitor();
    const callback = await gateway.logInUpToCallback('ada', visitor);
    const sealed = visitor.cookie(gateway.url, 'warren-login') ?? '';
    expect((await visitor.request(callback)).status).toBe(302);
    const again = new Visitor();
    again.setCookie(gateway.url, 'warren-login', sealed);
    await refused(again, callback);
  });

  it('is refused where it names another issuer', async () => {
    const visitor = new Visitor();
    const callback = await gateway.logInUpToCallback('ada', visitor);
    callback.searchParams.set('iss', 'https://evil.example');
    await refused(visitor, callback);
  });

  it('that it refused is told to a person as a page', async () => {
    const visitor = new Visitor();
    const callback = await gateway.logInUpToCallback('ada', visitor);
    const { searchParams } = callback;
    searchParams.delete('code');
    searchParams.set('error', 'access_denied');
    searchParams.set('error_description', '<script>alert(1)</script>');
    const answer = await visitor.request(callback, { headers: { accept: 'text/html,*/*;q=0.8' } });
    const page = await answer.text();
    expect([answer.status, answer.headers.get('content-type')]).toEqual([400, 'text/html; charset=utf-8']);
    expect(page).toContain('href="/auth/login"');
    expect(page).not.toContain('alert');
  });
});

describe('a session', () => {
  it('ends at the logout, here and at the provider', async () => {
    const { visitor } = await gateway.logIn('ada');
    const id = visitor.cookie(gateway.url, cookie) ?? '';
    const answer = await logOut(visitor);
    expect(answer.status).toBe(200);
    const { next } = await read(answer, LogoutReply);
    expect(next).toBe('/auth/end-session');
    expect(visitor.cookie(gateway.url, cookie)).toBeUndefined();
    const other = new Visitor();
    other.setCookie(gateway.url, cookie, id);
    expect((await me(other)).status).toBe(401);

    const atProvider = await visitor.follow(
      new URL(next, gateway.url),
      (url) => url.origin === gateway.provider.issuer,
    );
    expect(atProvider.pathname).toBe('/session/end');
    expect(atProvider.searchParams.get('post_logout_redirect_uri')).toBe(`${gateway.url}/app/`);
    expect((await visitor.request(atProvider)).status).toBe(200);
    // what leads to the provider does so once
    expect((await visitor.request(new URL(next, gateway.url))).headers.get('location')).toBe('/app/');
  });

  it('may be ended by somebody who has none', async () => {
    const answer = await logOut(new Visitor());
    expect(await read(answer, LogoutReply)).toEqual({ next: '/app/' });
  });

  it('is not ended by a page of somebody else', async () => {
    const { visitor } = await gateway.logIn('vera');
    const answer = await visitor.request(`${gateway.url}/auth/logout`, {
      method: 'POST',
      headers: { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' },
    });
    expect(answer.status).toBe(403);
    expect((await me(visitor)).status).toBe(200);
  });

  it.each(['', 'x', 'A'.repeat(43), '../../../etc/passwd', `${'A'.repeat(42)}>`, 'a.b.c', '%00'])(
    'is not there for %j',
    async (value) => {
      const visitor = new Visitor();
      visitor.setCookie(gateway.url, cookie, value);
      const answer = await me(visitor);
      expect(answer.status).toBe(401);
      expect(answer.headers.get('www-authenticate')).toBe('Bearer realm="Warren"');
    },
  );

  it('is stored without what could be used to log in', async () => {
    const { visitor } = await gateway.logIn('ada');
    const { jetstreamManager } = await import('@nats-io/jetstream');
    const { connect } = await import('@nats-io/transport-node');
    const connection = await connect({ servers: gateway.nats.url });
    try {
      const manager = await jetstreamManager(connection);
      const { state } = await manager.streams.info('KV_sessions', { subjects_filter: '>' });
      const keys = Object.keys(z.record(z.string(), z.number()).parse(state.subjects));
      expect(keys.length).toBeGreaterThan(0);
      for (const key of keys) {
        expect(key).toMatch(/^\$KV\.sessions\.[\da-f]{64}$/);
        const message = await manager.streams.getMessage('KV_sessions', { last_by_subj: key });
        expect(`${key} ${message?.string() ?? ''}`).not.toContain(visitor.cookie(gateway.url, cookie));
      }
    } finally {
      await connection.close();
    }
  });
});
