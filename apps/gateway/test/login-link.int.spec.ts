import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { LogoutReply, Me } from '@warren/contracts';
import { problemIn, read, startGateway } from './gateway.ts';
import type { Gateway } from './gateway.ts';

const token = 'a-token-of-this-test-and-of-nothing-else';

let gateway: Gateway;

beforeAll(async () => {
  gateway = await startGateway({ LOGIN_TOKEN: token });
});
afterAll(async () => gateway.close());

async function get(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Response> {
  return fetch(gateway.url + path, { method, headers, redirect: 'manual' });
}

async function newLink(): Promise<string> {
  const answer = await get('/auth/links', { authorization: `Bearer ${token}` }, 'POST');
  return (await read(answer, z.object({ path: z.string(), seconds: z.literal(600) }))).path;
}

/** Opens a link as a browser does. @returns the cookie, as the browser sends it back */
async function logIn(): Promise<string> {
  const answer = await get(await newLink());
  const [cookie = ''] = answer.headers.getSetCookie();
  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/app/']);
  expect(cookie).toMatch(/^warren_session=[\w-]{43}; /);
  expect(cookie.split('; ').slice(1).toSorted()).toEqual(['HttpOnly', 'Path=/', 'SameSite=Strict']);
  return cookie.split(';', 1)[0] ?? '';
}

describe('a gateway on a machine that others use too', () => {
  it('lets nobody in without a link or the token, and says how to log in', async () => {
    for (const headers of [
      {},
      { cookie: 'warren_session=' },
      { cookie: `warren_session=${token}` },
      { authorization: 'Bearer nothing' },
      { authorization: token },
    ] as Record<string, string>[]) {
      for (const path of ['/api/v1/members', '/api/v1/community/name', '/metrics']) {
        const problem = await problemIn(await get(path, headers));
        expect([path, headers, problem.status]).toEqual([path, headers, 401]);
        expect(problem.detail).toContain('npm start -- --login');
      }
    }
    expect((await get('/auth/links', {}, 'POST')).status).toBe(401);
    for (const path of ['/healthz', '/openapi.json', '/docs', '/']) {
      expect([path, (await get(path)).status < 400]).toEqual([path, true]);
    }
  });

  it('lets in whoever opened the link, until they log out', async () => {
    const cookie = await logIn();
    const other = await logIn();
    expect((await get('/api/v1/members', { cookie })).status).toBe(200);
    const ended = await get('/auth/logout', { cookie }, 'POST');
    expect(await read(ended, LogoutReply)).toEqual({ next: '/app/' });
    expect(ended.headers.getSetCookie()).toEqual([expect.stringMatching(/^warren_session=; Max-Age=0;/)]);
    expect((await get('/api/v1/members', { cookie })).status).toBe(401);
    expect((await get('/api/v1/members', { cookie: `theme=dark; ${other}` })).status).toBe(200);
  });

  it('tells a session that it can be ended, and a token not', async () => {
    const local = { id: 'local', name: 'this machine', kind: 'local', role: 'admin' };
    for (const [headers, logs_out] of [
      [{ cookie: await logIn() }, true],
      [{ authorization: `Bearer ${token}` }, false],
    ] as [Record<string, string>, boolean][]) {
      expect(await read(await get('/api/v1/me', headers), Me)).toEqual({ ...local, logs_out });
    }
  });

  it('keeps links and logouts out of caches', async () => {
    for (const answer of [await get(await newLink()), await get('/auth/logout', {}, 'POST')]) {
      expect(answer.headers.get('cache-control')).toBe('no-store');
    }
  });

  it('opens a link once', async () => {
    const link = await newLink();
    expect((await get(link)).status).toBe(303);
    const again = await get(link);
    expect(again.headers.getSetCookie()).toEqual([]);
    expect((await problemIn(again)).status).toBe(401);
    expect((await problemIn(await get('/auth/login?code=guessed'))).status).toBe(401);
    expect((await problemIn(await get('/auth/login'))).status).toBe(422);
  });

  it('lets programs in by the token, and takes no session for it', async () => {
    expect((await get('/api/v1/members', { authorization: `bearer ${token}` })).status).toBe(200);
    const session = (await logIn()).split('=')[1] ?? '';
    expect((await get('/api/v1/members', { authorization: `Bearer ${session}` })).status).toBe(401);
  });

  it('takes no change from another site, even with the cookie', async () => {
    const cookie = await logIn();
    const foreign = { cookie, origin: 'http://localhost:9', 'sec-fetch-site': 'same-site' };
    expect((await get('/api/v1/members/1', foreign, 'DELETE')).status).toBe(403);
  });
});
