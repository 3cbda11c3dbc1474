import { request } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { TooManyRequests } from '@warren/contracts';
import { aRun } from './builders.ts';
import { problemIn, startGateway } from './gateway.ts';
import type { Gateway } from './gateway.ts';
import { as, namedPrincipals } from './named-principals.ts';

let gateway: Gateway;

beforeAll(async () => {
  gateway = await startGateway(
    {
      MAX_REQUESTS_PER_MINUTE: '40',
      MAX_EVENT_STREAMS: '4',
      MAX_UPLOADS: '4',
      PRINCIPAL_SHARE: '0.5',
    },
    namedPrincipals,
  );
});
afterAll(async () => gateway.close());
beforeEach(() => {
  gateway.peer.state.runs = new Map([[1, aRun(1, { status: 'running' })]]);
});

async function send(
  path: string,
  headers: Record<string, string>,
  init: RequestInit = {},
): Promise<Response> {
  return fetch(`${gateway.url}/api/v1/${path}`, { ...init, headers: { ...headers, ...init.headers } });
}

describe('a principal that sends more requests than it may', () => {
  it('is told when to come back, and takes nothing from others', async () => {
    const flood = as('viewer', 'flood');
    const answers = await Promise.all(
      Array.from({ length: 60 }, async () => send('community/name', flood).then(({ status }) => status)),
    );
    const count = (wanted: number): number => answers.filter((status) => status === wanted).length;
    expect([count(200), count(429)]).toEqual([40, 20]);
    const refused = await send('community/name', flood);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(Number(refused.headers.get('retry-after'))).toBeLessThanOrEqual(60);
    expect(await problemIn(refused)).toMatchObject({ status: 429, detail: expect.stringContaining('40') });
    expect((await send('community/name', as('viewer', 'calm'))).status).toBe(200);
    expect((await fetch(`${gateway.url}/healthz`)).status).toBe(200);
  });

  it('is counted by its address while it is not known', async () => {
    const answers = await Promise.all(
      Array.from({ length: 50 }, async () => send('community/name', {}).then(({ status }) => status)),
    );
    expect(new Set(answers)).toEqual(new Set([401, 429]));
  });
});

describe('a principal that uses more at once than its share', () => {
  it('leaves event streams for others', async () => {
    const leaving = new AbortController();
    const follow = async (id: string): Promise<Response> =>
      send('discovery-runs/1/events', as('operator', id), { signal: leaving.signal });
    const own = [await follow('streams'), await follow('streams')];
    expect(own.map(({ status }) => status)).toEqual([200, 200]);
    const third = await follow('streams');
    expect(third.headers.get('retry-after')).toBe('10');
    expect((await problemIn(third)).status).toBe(429);
    expect([(await follow('other')).status, (await follow('third')).status]).toEqual([200, 200]);
    expect((await problemIn(await follow('fourth'))).status).toBe(503);
    leaving.abort();
  });

  it('leaves uploads for others', async () => {
    const open = async (id: string): Promise<{ status: Promise<number>; end: () => void }> => {
      const sent = request(`${gateway.url}/api/v1/members/import`, {
        method: 'POST',
        headers: { ...as('operator', id), 'content-type': 'text/csv', 'transfer-encoding': 'chunked' },
      });
      const status = new Promise<number>((resolve, reject) => {
        sent.on('error', reject);
        sent.on('response', (answer) => resolve(answer.resume().statusCode ?? 0));
      });
      await new Promise((written) => sent.write('first_name,email\nAda,ada@example.org\n', written));
      return { status, end: () => sent.end() };
    };
    const own = [await open('uploads'), await open('uploads')];
    const third = await open('uploads');
    expect(await third.status).toBe(429);
    const other = await open('another');
    for (const upload of [...own, other]) {
      upload.end();
    }
    expect(await Promise.all([...own, other].map(async ({ status }) => status))).toEqual([200, 200, 200]);
    third.end();
  });

  it('is told when to ask again for a run, which pattern-finder counts by the principal', async () => {
    gateway.peer.state.before['runs.create'] = () => {
      throw TooManyRequests.of('3 of your runs have not ended yet.', 30);
    };
    const answer = await send('patterns/discover', as('operator', 'runs'), { method: 'POST' });
    delete gateway.peer.state.before['runs.create'];
    expect(answer.headers.get('retry-after')).toBe('30');
    expect(await problemIn(answer)).toMatchObject({
      status: 429,
      detail: expect.stringContaining('3 of your'),
    });
    const start = async (id: string): Promise<Response> =>
      send('patterns/discover', { ...as('operator', id), prefer: 'respond-async' }, { method: 'POST' });
    expect([(await start('runs')).status, (await start('another')).status]).toEqual([202, 202]);
    expect(gateway.peer.state.clients).toEqual(['principal runs', 'principal another']);
  });
});
