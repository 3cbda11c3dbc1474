import { once } from 'node:events';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import {
  CommunityDemand,
  CommunityName,
  DeadlineExceeded,
  FacetNetwork,
  MemberDetail,
  MemberPage,
  Question,
  ServiceUnavailable,
} from '@warren/contracts';
import { waitFor } from '@warren/testing';
import { aMember, aPattern, aRun } from './builders.ts';
import { problemIn, read, startGateway } from './gateway.ts';
import type { Gateway } from './gateway.ts';

let gateway: Gateway;

beforeAll(async () => {
  gateway = await startGateway();
});
afterAll(() => gateway.close());
beforeEach(() => {
  const { state } = gateway.peer;
  state.before = {};
  state.members = new Map([1, 2, 3].map((id) => [id, aMember(id)]));
  state.patterns = [aPattern(1), aPattern(2, { is_active: false })];
});

async function get(path: string, init: RequestInit = {}): Promise<Response> {
  return fetch(gateway.url + path, init);
}

describe('members, analysis and questions', () => {
  it('lists members page by page', async () => {
    const page = await read(await get('/api/v1/members?page=2&per_page=2'), MemberPage);
    expect(page).toMatchObject({ total: 3, page: 2, per_page: 2, members: [{ id: 3 }] });
    expect(await problemIn(await get('/api/v1/members?per_page=1000'))).toMatchObject({ status: 422 });
  });

  it('shows a member with its facets and the active patterns it is in', async () => {
    const member = await read(await get('/api/v1/members/1'), MemberDetail);
    expect(member).toMatchObject({ id: 1, facets: [{ key: 'skill:figma' }] });
    const facets = [{ key: 'skill:figma', label: 'Figma' }];
    const why = { category: 'skill_cluster', basis: 'shared', facets, quotes: [], side: null };
    expect(member.patterns).toEqual([{ id: 1, name: 'Pattern 1', ...why }]);
  });

  it('erases a member, once', async () => {
    const erased = await get('/api/v1/members/2', { method: 'DELETE' });
    expect(erased.status).toBe(204);
    expect(await erased.text()).toBe('');
    expect(await problemIn(await get('/api/v1/members/2', { method: 'DELETE' }))).toMatchObject({
      status: 404,
    });
    expect(await problemIn(await get('/api/v1/members/2'))).toMatchObject({ status: 404 });
  });

  it('shows the analysis, narrowed to focus areas', async () => {
    const Analysis = z.object({ total_active_members: z.literal(3) });
    await read(await get('/api/v1/community/analysis'), Analysis);
    await read(await get('/api/v1/community/analysis?focus_areas=design,%20tea'), Analysis);
    expect(gateway.peer.state.analysed).toEqual([[], ['design', 'tea']]);
  });

  it('shows the network of facets, and what is sought against what is there', async () => {
    const network = await read(await get('/api/v1/community/network'), FacetNetwork);
    expect(network).toMatchObject({ total_active_members: 3, links: [{ a: 'skill:figma', lift: 4 }] });
    const demand = await read(await get('/api/v1/community/demand'), CommunityDemand);
    expect(demand.wishes).toMatchObject([{ key: 'looking_for:welding', givers: 0, answer: null }]);
  });

  it('tells the name of the community that the operator gave it, and whether it is the sample', async () => {
    const named = await startGateway({ COMMUNITY_NAME: 'Makers of Žižkov', COMMUNITY_SAMPLE: 'true' });
    try {
      const [theirs, usual] = await Promise.all(
        [named, gateway].map(async ({ url }) =>
          read(await fetch(`${url}/api/v1/community/name`), CommunityName),
        ),
      );
      expect(theirs).toEqual({ name: 'Makers of Žižkov', sample: true });
      expect(usual).toMatchObject({ sample: false });
    } finally {
      await named.close();
    }
  });

  it('abandons the analysis once the client has disconnected', async () => {
    let signal: AbortSignal | undefined;
    gateway.peer.state.analysing = async (given) => {
      signal = given;
      await once(given, 'abort');
    };
    const disconnected = new AbortController();
    const asking = expect(
      get('/api/v1/community/analysis', { signal: disconnected.signal }),
    ).rejects.toThrow();
    await waitFor(() => signal, { describe: 'the analysis to begin' });
    expect(signal?.aborted).toBe(false);
    disconnected.abort();
    await asking;
    await waitFor(() => signal?.aborted, { describe: 'the analysis to be stopped' });
    gateway.peer.state.analysing = () => Promise.resolve();
  });

  it('abandons a list, like every read, once the client has disconnected', async () => {
    let signal: AbortSignal | undefined;
    gateway.peer.state.listing = async (given) => {
      signal = given;
      await once(given, 'abort');
    };
    const disconnected = new AbortController();
    const asking = expect(get('/api/v1/members?q=tea', { signal: disconnected.signal })).rejects.toThrow();
    await waitFor(() => signal, { describe: 'the list to be requested' });
    disconnected.abort();
    await asking;
    await waitFor(() => signal?.aborted, { describe: 'the list to be aborted', timeoutMs: 2_000 });
    gateway.peer.state.listing = () => Promise.resolve();
  });

  it('lists questions, of one pattern on request', async () => {
    expect(await read(await get('/api/v1/questions'), z.array(Question))).toHaveLength(2);
    const own = await read(await get('/api/v1/questions?pattern_id=2'), z.array(Question));
    expect(own).toMatchObject([{ pattern_id: 2, text: 'What do you draw with?' }]);
    expect(await problemIn(await get('/api/v1/questions?pattern_id=abc'))).toMatchObject({ status: 422 });
  });
});

describe('errors', () => {
  it('are problems on unknown routes too', async () => {
    for (const path of ['/api/v1/nothing', '/nothing', '/api/v1/patterns/1/nothing']) {
      expect(await problemIn(await get(path))).toMatchObject({ status: 404, instance: path });
    }
    expect(await problemIn(await get('/api/v1/patterns', { method: 'DELETE' }))).toMatchObject({
      status: 404,
    });
  });

  it('are 503 with Retry-After if a service is missing', async () => {
    gateway.peer.state.before['patterns.list'] = () => {
      throw new ServiceUnavailable('Starting.');
    };
    const answer = await get('/api/v1/patterns');
    expect(answer.headers.get('retry-after')).toBe('2');
    expect(await problemIn(answer)).toMatchObject({ status: 503, detail: 'Starting.' });
  });

  it('are 504 if a service is too late', async () => {
    gateway.peer.state.before['patterns.list'] = () => {
      throw new DeadlineExceeded('Too late.');
    };
    expect(await problemIn(await get('/api/v1/patterns'))).toMatchObject({ status: 504 });
  });
});

describe('outside the API', () => {
  it('has liveness, readiness and metrics', async () => {
    expect(await (await get('/healthz')).json()).toEqual({ status: 'ok' });
    await waitFor(async () => (await get('/readyz')).status === 200, { describe: 'readiness' });
    expect(await (await get('/metrics')).text()).toContain('process_cpu_seconds_total');
  });

  it('serves a page that runs no inline code and contacts no other server', async () => {
    const page = await get('/app/patterns');
    const html = await page.text();
    expect(page.headers.get('content-type')).toContain('text/html');
    expect(page.headers.get('content-security-policy')).not.toContain('unsafe-inline');
    expect(html).not.toMatch(/<script(?![^>]*\ssrc=)|<style|\sstyle=|\son\w+=|https?:/);
    const files = [...html.matchAll(/(?:src|href)="(\/app\/[^"]+)"/g)].map(([, path]) => path ?? '');
    expect(files.some((path) => path.startsWith('/app/assets/'))).toBe(true);
    for (const path of files) {
      const file = await get(path);
      expect([path, file.status]).toEqual([path, 200]);
      expect(file.headers.get('content-type')).not.toContain('text/html');
      const kept = path.startsWith('/app/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache';
      expect([path, file.headers.get('cache-control')]).toEqual([path, kept]);
    }
  });

  it('shows the page at every address of its own, and at no other', async () => {
    for (const path of ['/', '/app', '/app/', '/app/patterns/7', '/app/members/import?x=1']) {
      const answer = await get(path);
      expect([path, answer.status, answer.headers.get('cache-control')]).toEqual([path, 200, 'no-cache']);
      expect(answer.headers.get('content-type')).toContain('text/html');
    }
    expect(await problemIn(await get('/app/assets/gone.js'))).toMatchObject({ status: 404 });
    expect(await problemIn(await get('/api/v1/app/patterns'))).toMatchObject({ status: 404 });
  });

  it('compresses the page’s files as the browser accepts', async () => {
    const html = await (await get('/app/')).text();
    const [, script = ''] = /src="(\/app\/assets\/[^"]+\.js)"/.exec(html) ?? [];
    for (const encoding of ['br', 'gzip']) {
      const answer = await get(script, { headers: { 'accept-encoding': encoding } });
      expect(answer.headers.get('content-encoding')).toBe(encoding);
      expect(answer.headers.get('content-type')).toContain('javascript');
    }
  });

  it('serves the documentation from its own files', async () => {
    const docs = await get('/docs');
    const html = await docs.text();
    expect(docs.headers.get('content-security-policy')).toContain("script-src 'self'");
    const files = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, file]) => file ?? '');
    expect(files.length).toBeGreaterThan(3);
    for (const file of files) {
      const answer = await fetch(new URL(file, `${gateway.url}/docs`));
      expect([file, answer.status]).toEqual([file, 200]);
      expect(answer.url.startsWith(gateway.url)).toBe(true);
    }
  });
});

describe('when NATS is down', () => {
  it('is not ready and answers 503, and recovers once NATS is back', async () => {
    await gateway.nats.kill();
    await waitFor(async () => (await get('/readyz')).status === 503, { describe: 'readiness to be lost' });
    expect((await problemIn(await get('/readyz'))).detail).toContain('nats');
    expect((await get('/healthz')).status).toBe(200);
    expect(await problemIn(await get('/api/v1/patterns'))).toMatchObject({ status: 503 });
    await gateway.nats.restart();
    await waitFor(async () => (await get('/api/v1/patterns')).status === 200, {
      describe: 'answers again',
      timeoutMs: 30_000,
    });
  });
});

describe('when the gateway is stopped', () => {
  it('answers requests that wait for a run, and ends streams, before it closes', async () => {
    const own = await startGateway();
    own.peer.state.runs.set(1, aRun(1, { status: 'running' }));
    const stream = await fetch(`${own.url}/api/v1/discovery-runs/1/events`);
    const waiting = fetch(`${own.url}/api/v1/patterns/discover`, { method: 'POST' });
    await waitFor(() => own.peer.state.runs.size === 2, { describe: 'the second run' });
    const begun = Date.now();
    await own.close();
    expect((await waiting).status).toBe(202);
    expect(await stream.text()).toContain('event: snapshot');
    expect(Date.now() - begun).toBeLessThan(15_000);
  });
});
