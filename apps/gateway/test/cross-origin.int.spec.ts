import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startGateway } from './gateway.ts';
import type { Gateway } from './gateway.ts';
import { as, namedPrincipals } from './named-principals.ts';

const permitted = 'https://portal.example.org';
const others = [
  'https://evil.example',
  'http://portal.example.org',
  'https://portal.example.org.evil.example',
  'null',
];

let gateway: Gateway;

beforeAll(async () => {
  gateway = await startGateway({ CORS_ORIGINS: `${permitted}, http://localhost:5173` }, namedPrincipals);
});
afterAll(async () => gateway.close());

async function preflight(origin: string, method = 'PATCH'): Promise<Response> {
  return fetch(`${gateway.url}/api/v1/patterns/1`, {
    method: 'OPTIONS',
    headers: {
      origin,
      'access-control-request-method': method,
      'access-control-request-headers': 'authorization,content-type',
    },
  });
}

describe('a page of an origin that is permitted', () => {
  it('may ask for anything, with a token and without cookies', async () => {
    const answer = await preflight(permitted);
    expect([answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([204, permitted]);
    expect(answer.headers.get('access-control-allow-methods')).toMatch(/PATCH/);
    expect(answer.headers.get('access-control-allow-headers')).toMatch(/authorization/);
    expect(answer.headers.get('access-control-allow-credentials')).toBeNull();
  });

  it('reads answers and their headers, refusals too, and may change something', async () => {
    const headers = { origin: permitted, 'sec-fetch-site': 'cross-site' };
    const list = await fetch(`${gateway.url}/api/v1/patterns`, {
      headers: { ...headers, ...as('operator') },
    });
    expect([list.status, list.headers.get('access-control-allow-origin')]).toEqual([200, permitted]);
    expect(list.headers.get('access-control-expose-headers')).toMatch(/X-Total-Count/i);
    const unknown = await fetch(`${gateway.url}/api/v1/patterns`, { headers });
    expect([unknown.status, unknown.headers.get('access-control-allow-origin')]).toEqual([401, permitted]);
    const erasure = await fetch(`${gateway.url}/api/v1/members/7`, {
      method: 'DELETE',
      headers: { ...headers, ...as('admin') },
    });
    expect(erasure.status).toBe(404);
  });

  it('does not act for whoever is logged in, whose cookies browsers send within a site', async () => {
    const headers = {
      origin: permitted,
      'sec-fetch-site': 'same-site',
      cookie: 'warren-session=1',
      ...as('admin'),
    };
    const erasure = await fetch(`${gateway.url}/api/v1/members/7`, { method: 'DELETE', headers });
    expect(erasure.status).toBe(403);
  });
});

describe('a page of any other origin', () => {
  it.each(others)('may read nothing, and change nothing (%s)', async (origin) => {
    expect((await preflight(origin)).headers.get('access-control-allow-origin')).toBeNull();
    const headers = { origin, 'sec-fetch-site': 'cross-site', ...as('admin') };
    const list = await fetch(`${gateway.url}/api/v1/patterns`, { headers });
    expect(list.headers.get('access-control-allow-origin')).toBeNull();
    const erasure = await fetch(`${gateway.url}/api/v1/members/7`, { method: 'DELETE', headers });
    expect(erasure.status).toBe(403);
  });
});

describe('every answer', () => {
  it.each(['/api/v1/patterns', '/app/', '/docs', '/openapi.json', '/none', '/api/v1/%zz', '/healthz'])(
    'is not to be framed, sniffed or told of elsewhere (%s)',
    async (path) => {
      const { headers } = await fetch(gateway.url + path);
      expect(headers.get('content-security-policy')).toMatch(/default-src 'none';.*frame-ancestors 'none'/);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('server') ?? headers.get('x-powered-by')).toBeNull();
    },
  );

  it('permits inline styles to the documentation alone', async () => {
    const policy = async (path: string): Promise<string> =>
      (await fetch(gateway.url + path)).headers.get('content-security-policy') ?? '';
    expect(await policy('/docs')).toContain("style-src 'self' 'unsafe-inline'");
    expect(await policy('/app/')).not.toContain('unsafe-inline');
  });
});
