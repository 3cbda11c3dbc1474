import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Conflict, DiscoverReply } from '@warren/contracts';
import type { Run } from '@warren/contracts';
import { waitFor } from '@warren/testing';
import { aStep } from './builders.ts';
import { problemIn, read, startGateway } from './gateway.ts';
import type { Gateway } from './gateway.ts';

let gateway: Gateway;
const json = { 'content-type': 'application/json' };

beforeAll(async () => {
  gateway = await startGateway({ DISCOVER_WAIT_S: '30' });
});
afterAll(() => gateway.close());
beforeEach(() => {
  gateway.peer.state.runs.clear();
  gateway.peer.state.before = {};
  gateway.peer.state.work = succeed;
});

const found = [
  { id: 4, name: 'Makers', created: true, published: true },
  { id: 2, name: 'Growers', created: false, published: true },
];

function succeed(run: Run): void {
  Object.assign(run, { status: 'succeeded', patterns: found, response_text: 'Two patterns.' });
}

async function discover(init: RequestInit = {}, path = 'discover'): Promise<Response> {
  return fetch(`${gateway.url}/api/v1/patterns/${path}`, { method: 'POST', ...init });
}

function focusOf(id: number): string[] {
  return gateway.peer.state.run(id).focus_areas;
}

describe('the body of discover', () => {
  it.each([
    ['none at all', {}, []],
    ['none, but called JSON', { headers: json }, []],
    ['an object', { headers: json, body: '{"focus_areas":["design"]}' }, ['design']],
    ['an empty object', { headers: json, body: '{}' }, []],
    ['a bare array', { headers: json, body: '["design","tea"]' }, ['design', 'tea']],
    [
      'JSON that curl calls a form',
      { headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: '["design"]' },
      ['design'],
    ],
    ['JSON without a type', { headers: {}, body: new TextEncoder().encode('["design"]') }, ['design']],
  ])('may be %s', async (_form, init, focus) => {
    const answer = await discover(init);
    expect(answer.status).toBe(200);
    const reply = await read(answer, DiscoverReply);
    expect(focusOf(reply.run_id)).toEqual(focus);
  });

  it('is a 400 if it is broken JSON', async () => {
    const problem = await problemIn(await discover({ headers: json, body: '{"focus_areas": [' }));
    expect(problem).toMatchObject({
      status: 400,
      title: 'Bad Request',
      instance: '/api/v1/patterns/discover',
    });
    expect(gateway.peer.state.runs.size).toBe(0);
  });

  it.each([
    ['{"focus_areas":"design"}', 'focus_areas'],
    ['{"focus_areas":[1]}', 'focus_areas.0'],
    ['[1]', '0'],
    ['{"focus":["design"]}', ''],
    ['"design"', ''],
    ['null', ''],
  ])('is a 422 that names the field if it is %s', async (body, field) => {
    const problem = await problemIn(await discover({ headers: json, body }));
    expect(problem.status).toBe(422);
    expect(problem.errors?.map((error) => error.field)).toEqual([field]);
  });

  it('is a 415 that says what to send if it is not JSON', async () => {
    const xml = await problemIn(await discover({ headers: { 'content-type': 'text/xml' }, body: '<a/>' }));
    expect(xml).toMatchObject({ status: 415 });
    expect(xml.detail).toContain('application/json');
    const form = await problemIn(await discover({ body: new URLSearchParams({ focus_areas: 'design' }) }));
    expect(form).toMatchObject({ status: 415 });
  });

  it('is a 413 if it is too large', async () => {
    const body = JSON.stringify(['x'.repeat(1_100_000)]);
    expect((await problemIn(await discover({ headers: json, body }))).status).toBe(413);
  });
});

describe('waiting for the run', () => {
  it('answers with what the run saved, and exactly the documented keys', async () => {
    const answer = await discover();
    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual({
      success: true,
      run_id: 1,
      patterns_found: 2,
      patterns: found,
      response_text: 'Two patterns.',
    });
  });

  it('requests a refresh', async () => {
    expect((await discover({}, 'refresh')).status).toBe(200);
    expect(gateway.peer.state.run(1).kind).toBe('refresh');
  });

  it('receives the end by progress on NATS, before its next poll', async () => {
    gateway.peer.state.work = () => undefined;
    const begun = discover();
    const run = await waitFor(() => gateway.peer.state.runs.get(1), { describe: 'the run' });
    await waitFor(() => lookedAt.count > 0, { describe: 'the snapshot' });
    succeed(run);
    const published = Date.now();
    await gateway.peer.publish(aStep(run, 'ended'));
    expect((await begun).status).toBe(200);
    expect(Date.now() - published).toBeLessThan(900);
  });

  it('notices the end by polling if no progress is published', async () => {
    gateway.peer.state.work = () => undefined;
    const begun = discover();
    succeed(await waitFor(() => gateway.peer.state.runs.get(1), { describe: 'the run' }));
    expect(await read(await begun, DiscoverReply)).toMatchObject({ success: true, patterns_found: 2 });
  });

  it.each(['failed', 'parked', 'cancelled', 'budget_exhausted'] as const)(
    'gives the reason if the run ends as %s',
    async (status) => {
      gateway.peer.state.work = (run) => Object.assign(run, { status, reason: 'The model said no.' });
      const answer = await discover();
      expect(answer.status).toBe(200);
      const reply = await read(answer, DiscoverReply);
      expect(reply.success).toBe(false);
      expect(reply.response_text).toContain('The model said no.');
    },
  );

  const lookedAt = { count: 0 };
  beforeEach(() => {
    lookedAt.count = 0;
    gateway.peer.state.before['runs.get'] = () => void (lookedAt.count += 1);
  });
});

describe('Prefer', () => {
  it('respond-async: answers 202 at once with the location of the run', async () => {
    gateway.peer.state.work = () => undefined;
    const answer = await discover({ headers: { prefer: 'respond-async' } });
    expect(answer.status).toBe(202);
    expect(answer.headers.get('location')).toBe('/api/v1/discovery-runs/1');
    expect(answer.headers.get('preference-applied')).toBe('respond-async');
    expect(await answer.json()).toEqual({
      success: false,
      run_id: 1,
      patterns_found: 0,
      patterns: [],
      response_text: 'The run waits for a worker. Follow it at /api/v1/discovery-runs/1.',
    });
  });

  it('wait=1: answers 202 with what there is after a second', async () => {
    gateway.peer.state.work = (run) => Object.assign(run, { status: 'running', patterns: found });
    const begun = Date.now();
    const answer = await discover({ headers: { prefer: 'wait=1' } });
    expect(Date.now() - begun).toBeGreaterThan(900);
    expect(answer.status).toBe(202);
    expect(answer.headers.get('preference-applied')).toBe('wait=1');
    expect(await read(answer, DiscoverReply)).toMatchObject({ success: false, patterns_found: 2 });
  });

  it('wait=20: answers 200 as soon as the run is done', async () => {
    const answer = await discover({ headers: { prefer: 'respond-async, wait=20' } });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('preference-applied')).toBe('wait=20');
  });
});

describe('an error of a service', () => {
  it('is passed on with its status', async () => {
    gateway.peer.state.before['runs.create'] = () => {
      throw new Conflict('A run is in progress.');
    };
    expect(await problemIn(await discover())).toMatchObject({ status: 409, detail: 'A run is in progress.' });
  });

  it('hides internal detail if a service fails', async () => {
    gateway.peer.state.before['runs.create'] = () => {
      throw new Error('secret at /srv/app.js:12');
    };
    const problem = await problemIn(await discover());
    expect(problem.status).toBe(500);
    expect(problem.detail).not.toContain('secret');
  });

  it('passes the trace of the caller on', async () => {
    const traceparent = `00-${'ab'.repeat(16)}-${'cd'.repeat(8)}-01`;
    await discover({ headers: { ...json, traceparent }, body: '{"focus_areas":[]}' });
    expect(gateway.peer.state.traces.at(-1)).toBe(traceparent);
  });

  it('tells for whom the request is, whatever the caller says of itself', async () => {
    const actor = JSON.stringify({ id: 'someone', kind: 'person', role: 'admin' });
    await discover({ headers: { ...json, actor }, body: '{"focus_areas":[]}' });
    expect(gateway.peer.state.actors.at(-1)).toEqual({ id: 'local', kind: 'local', role: 'admin' });
  });
});
