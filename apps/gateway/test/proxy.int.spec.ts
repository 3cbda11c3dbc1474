import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Me } from '@warren/contracts';
import { problemIn, read, startGateway } from './gateway.ts';
import type { Gateway } from './gateway.ts';

const settings = {
  AUTH: 'proxy',
  PROXY_USER_HEADER: 'Remote-User',
  PROXY_ROLES_HEADER: 'Remote-Groups',
  OIDC_ROLES: 'viewer=everybody,admin=it',
};
const ada = { 'remote-user': 'ada', 'remote-groups': 'everybody, it' };

describe('behind a trusted proxy', () => {
  let gateway: Gateway;

  beforeAll(async () => {
    gateway = await startGateway({ ...settings, TRUSTED_PROXIES: '10.0.0.7,127.0.0.0/8' });
  });
  afterAll(() => gateway.close());

  const me = async (headers: Record<string, string>): Promise<Response> =>
    fetch(`${gateway.url}/api/v1/me`, { headers });

  it('somebody is who the proxy says', async () => {
    expect(await read(await me(ada), Me)).toEqual({
      id: 'proxy#ada',
      name: 'ada',
      kind: 'person',
      role: 'admin',
      logs_out: false,
    });
  });

  it('a name may have any letters', async () => {
    const name = Buffer.from('Zoë Ångström').toString('latin1');
    expect((await read(await me({ ...ada, 'remote-user': name }), Me)).name).toBe('Zoë Ångström');
  });

  it('somebody without a role is answered 403, and without a name 401', async () => {
    expect((await me({ 'remote-user': 'ada' })).status).toBe(403);
    expect((await me({ ...ada, 'remote-groups': 'IT' })).status).toBe(403);
    const nameless: Record<string, string>[] = [{}, { 'remote-groups': 'it' }, { ...ada, 'remote-user': '' }];
    for (const headers of nameless) {
      const answer = await me(headers);
      expect(answer.status).toBe(401);
      await problemIn(answer);
    }
  });

  it('a header that comes twice is nobody’s', async () => {
    const { hostname, port, host } = new URL(gateway.url);
    const socket = connect(Number(port), hostname);
    const head = ['GET /api/v1/me HTTP/1.1', `host: ${host}`, 'connection: close', 'remote-groups: it'];
    socket.write(`${[...head, 'Remote-User: ada', 'remote-user: eve'].join('\r\n')}\r\n\r\n`);
    expect(await text(socket)).toMatch(/^HTTP\/1.1 401 /);
  });

  it('there are no logins', async () => {
    expect((await fetch(`${gateway.url}/auth/login`, { redirect: 'manual' })).status).toBe(404);
  });
});

describe('from a foreign address', () => {
  let gateway: Gateway;

  beforeAll(async () => {
    gateway = await startGateway({ ...settings, TRUSTED_PROXIES: '10.0.0.7,192.168.0.0/16,::2' });
  });
  afterAll(() => gateway.close());

  it.each([
    ['the header', {}],
    [
      'the header beside the address of the proxy',
      { 'x-forwarded-for': '10.0.0.7', forwarded: 'for=10.0.0.7' },
    ],
    ['the header beside X-Real-IP', { 'x-real-ip': '10.0.0.7' }],
  ])('%s is ignored', async (_what, headers) => {
    const answer = await fetch(`${gateway.url}/api/v1/members`, { headers: { ...ada, ...headers } });
    expect(answer.status).toBe(401);
    await problemIn(answer);
  });
});
