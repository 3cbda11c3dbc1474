import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { jetstreamManager } from '@nats-io/jetstream';
import type { JetStreamManager } from '@nats-io/jetstream';
import { connect, nanos } from '@nats-io/transport-node';
import { freePort, startOidcProvider, waitFor } from '@warren/testing';
import { createApp } from '../src/app.ts';
import { Config } from '../src/config.ts';
import { problemIn, startGateway } from './gateway.ts';
import { people, startOidcGateway } from './oidc-gateway.ts';
import type { OidcGateway } from './oidc-gateway.ts';
import { Visitor } from './visitor.ts';

const cookie = 'warren-session';

async function statusOf(visitor: Visitor, url: string): Promise<number> {
  const answer = await visitor.request(`${url}/api/v1/me`);
  await answer.body?.cancel();
  return answer.status;
}

/** Calls `work` with the streams of the gateway's NATS. */
async function withStreams<T>(url: string, work: (manager: JetStreamManager) => Promise<T>): Promise<T> {
  const connection = await connect({ servers: url });
  try {
    return await work(await jetstreamManager(connection));
  } finally {
    await connection.close();
  }
}

describe('a session', () => {
  let gateway: OidcGateway;

  beforeAll(async () => {
    gateway = await startOidcGateway({ SESSION_IDLE_S: '4', SESSION_MAX_S: '9' });
  });
  afterAll(() => gateway.close());

  it('lasts while it is used, and ends so long after its login whatever happens', async () => {
    const { visitor } = await gateway.logIn('ada');
    const began = performance.now();
    let lasted = 0;
    while ((await statusOf(visitor, gateway.url)) === 200) {
      lasted = performance.now() - began;
      await delay(500);
    }
    // longer than without use, and no longer than at most
    expect(lasted).toBeGreaterThan(5_000);
    expect(lasted).toBeLessThan(9_500);
  });

  it('ends where it is not used', async () => {
    const { visitor } = await gateway.logIn('ada');
    await delay(4_500);
    expect(await statusOf(visitor, gateway.url)).toBe(401);
  });

  it('is known to every gateway, and ended at all of them', async () => {
    const { provider, nats } = gateway;
    const other = await createApp(
      Config.parse({
        NATS_URL: nats.url,
        PORT: '0',
        LOG_LEVEL: 'error',
        AUTH: 'oidc',
        PUBLIC_URL: gateway.url,
        OIDC_ISSUER: provider.issuer,
        OIDC_CLIENT_ID: provider.clientId,
        OIDC_CLIENT_SECRET: provider.clientSecret,
        SESSION_IDLE_S: '4',
        SESSION_MAX_S: '9',
      }),
    );
    try {
      const url = await other.getUrl();
      const { visitor } = await gateway.logIn('ada');
      visitor.setCookie(url, cookie, visitor.cookie(gateway.url, cookie) ?? '');
      expect(await statusOf(visitor, url)).toBe(200);
      await visitor.request(`${gateway.url}/auth/logout`, { method: 'POST' });
      expect(await statusOf(visitor, url)).toBe(401);
    } finally {
      await other.close();
    }
  });

  it('is not brought back by a request that came while it was ended', async () => {
    const { visitor } = await gateway.logIn('ada');
    const id = visitor.cookie(gateway.url, cookie) ?? '';
    // so that the next requests write when it was last used
    await delay(1_100);
    const other = new Visitor();
    other.setCookie(gateway.url, cookie, id);
    await Promise.all([
      ...Array.from({ length: 10 }, async () => statusOf(other, gateway.url)),
      visitor.request(`${gateway.url}/auth/logout`, { method: 'POST' }),
    ]);
    expect(await statusOf(other, gateway.url)).toBe(401);
  });

  it('leaves nothing in its bucket for longer than sessions last', async () => {
    await gateway.logIn('ada');
    const age = await withStreams(
      gateway.nats.url,
      async (manager) => (await manager.streams.info('KV_sessions')).config.max_age,
    );
    expect(age).toBe(nanos(9_000));
  });

  it('is lost with its bucket, and people log in again', async () => {
    const { visitor } = await gateway.logIn('ada');
    await withStreams(gateway.nats.url, async (manager) => manager.streams.delete('KV_sessions'));
    expect(await statusOf(visitor, gateway.url)).toBe(401);
    await gateway.logIn('ada', visitor);
    expect(await statusOf(visitor, gateway.url)).toBe(200);
  });
});

describe('while the provider is down', () => {
  const stops: (() => Promise<void>)[] = [];

  afterEach(async () => {
    for (const stop of stops.splice(0).toReversed()) {
      await stop();
    }
  });

  it('the gateway starts and answers a login and a token with 503, until the provider is there', async () => {
    const [port, providerPort] = [await freePort(), await freePort()];
    const publicUrl = `http://127.0.0.1:${port}`;
    const gateway = await startGateway({
      PORT: String(port),
      AUTH: 'oidc',
      PUBLIC_URL: publicUrl,
      OIDC_ISSUER: `http://127.0.0.1:${providerPort}`,
      OIDC_CLIENT_ID: 'warren-page',
      OIDC_CLIENT_SECRET: 'the secret of the page',
      OIDC_AUDIENCE: 'warren-api',
    });
    stops.push(async () => gateway.close());
    const login = async (): Promise<Response> => fetch(`${publicUrl}/auth/login`, { redirect: 'manual' });
    const answer = await login();
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '2']);
    expect((await problemIn(answer)).detail).toContain('login provider');
    const token = 'eyJhbGciOiJSUzI1NiJ9.e30.AAAA';
    const headers = { authorization: `Bearer ${token}` };
    expect((await fetch(`${publicUrl}/api/v1/me`, { headers })).status).toBe(503);
    // whoever sends nothing is not known, and needs no provider for that
    expect((await fetch(`${publicUrl}/api/v1/me`)).status).toBe(401);
    expect((await fetch(`${publicUrl}/app/`)).status).not.toBe(503);

    const provider = await startOidcProvider({ publicUrl, people, port: providerPort });
    stops.push(async () => provider.stop());
    await waitFor(async () => (await login()).status === 302, { describe: 'a login', timeoutMs: 10_000 });
  });

  it('a session goes on, and ends here at a logout', async () => {
    const gateway = await startOidcGateway();
    stops.push(async () => gateway.close().catch(() => undefined));
    const { visitor } = await gateway.logIn('vera');
    await gateway.provider.stop();
    expect(await statusOf(visitor, gateway.url)).toBe(200);
    expect((await visitor.request(`${gateway.url}/auth/logout`, { method: 'POST' })).status).toBe(200);
    expect(await statusOf(visitor, gateway.url)).toBe(401);
  });
});
