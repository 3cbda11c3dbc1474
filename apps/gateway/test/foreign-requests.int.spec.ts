import { request } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { startGateway } from './gateway.ts';
import type { Gateway } from './gateway.ts';

let gateway: Gateway;
let port = '';
/** Every route that changes something, with values for its parameters. */
let unsafe: { method: string; path: string }[] = [];

const OpenApi = z.object({ paths: z.record(z.string(), z.record(z.string(), z.unknown())) });

beforeAll(async () => {
  gateway = await startGateway({ ALLOWED_HOSTS: 'Warren.example.org, 10.0.0.7' });
  port = new URL(gateway.url).port;
  const { paths } = OpenApi.parse(await (await fetch(`${gateway.url}/openapi.json`)).json());
  unsafe = Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods)
      .filter((method) => !['get', 'head', 'parameters'].includes(method))
      .map((method) => ({ method: method.toUpperCase(), path: path.replaceAll(/\{\w+\}/g, '1') })),
  );
});
afterAll(async () => gateway.close());

/** Sends a request with headers that `fetch` sets itself. */
async function send(
  { method, path }: { method: string; path: string },
  headers: Record<string, string>,
): Promise<{ status: number; body: string; headers: IncomingMessage['headers'] }> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, method, path, headers, agent: false }, (answer) => {
      text(answer).then((body) => {
        resolve({ status: answer.statusCode ?? 0, body, headers: answer.headers });
      }, reject);
    });
    sent.on('error', reject);
    sent.end();
  });
}

const list = { method: 'GET', path: '/api/v1/members' };

describe('a request under another name', () => {
  it.each(['evil.example', 'localhost.evil.example', '127.0.0.1.evil.example', '10.0.0.8', 'a b'])(
    'is answered 421, with the remedy (%s)',
    async (host) => {
      const answer = await send(list, { host });
      expect([answer.status, answer.body]).toEqual([421, expect.stringContaining('ALLOWED_HOSTS')]);
      const erasure = await send({ method: 'DELETE', path: '/api/v1/members/1' }, { host });
      expect(erasure.status).toBe(421);
    },
  );

  it.each([
    'localhost',
    'warren.localhost:8000',
    '127.0.0.1',
    '127.8.0.1:1',
    '[::1]:8000',
    'WARREN.example.org',
    '10.0.0.7:80',
  ])('is taken where the name is its own (%s)', async (host) => {
    expect((await send(list, { host })).status).toBe(200);
  });

  it('is answered where it asks for nothing but health', async () => {
    expect((await send({ method: 'GET', path: '/healthz?x' }, { host: '10.244.0.17' })).status).toBe(200);
  });
});

describe('a request of a page of another origin', () => {
  it('is answered 403 on every route that changes something', async () => {
    expect(unsafe.length).toBeGreaterThanOrEqual(10);
    for (const route of unsafe) {
      const foreign: Record<string, string>[] = [
        { 'sec-fetch-site': 'cross-site' },
        { 'sec-fetch-site': 'same-site' },
        { origin: 'https://evil.example' },
        { origin: `http://localhost:${Number(port) + 1}` },
        { origin: 'null' },
      ];
      for (const headers of foreign) {
        expect([route, headers, (await send(route, headers)).status]).toEqual([route, headers, 403]);
      }
    }
  });

  it('may read nothing: no answer names an origin that may', async () => {
    const answer = await send(list, { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' });
    expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
  });
});

describe('a request of the own page or a program', () => {
  it.each([
    ['the page', () => ({ origin: gateway.url, host: `127.0.0.1:${port}`, 'sec-fetch-site': 'same-origin' })],
    ['the page in an old browser', () => ({ origin: gateway.url, host: `127.0.0.1:${port}` })],
    ['a program', () => ({})],
  ])('is taken (%s)', async (_, headers) => {
    gateway.peer.state.members.clear();
    const answer = await send({ method: 'DELETE', path: '/api/v1/members/1' }, headers());
    expect(answer.status).toBe(404);
    expect(answer.headers['cache-control']).toBe('no-store');
  });
});
