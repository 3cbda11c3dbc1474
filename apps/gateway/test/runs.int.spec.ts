import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { Run, RunProgress } from '@warren/contracts';
import { waitFor } from '@warren/testing';
import { aRun, aStep } from './builders.ts';
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
  state.runs = new Map([
    [1, aRun(1, { status: 'succeeded', response_text: 'Done.' })],
    [2, aRun(2, { status: 'running', turns: 2 })],
    [3, aRun(3, { status: 'parked', reason: 'It failed 5 times.' })],
  ]);
});

async function call(path: string, init: RequestInit = {}): Promise<Response> {
  return fetch(`${gateway.url}/api/v1/discovery-runs${path}`, init);
}

/** Reads server-sent events as they arrive. */
async function* eventsIn(answer: Response): AsyncGenerator<{ event: string; id: string; data: RunProgress }> {
  let text = '';
  const decoder = new TextDecoder();
  for await (const piece of answer.body ?? []) {
    text += decoder.decode(z.instanceof(Uint8Array).parse(piece), { stream: true });
    for (let end = text.indexOf('\n\n'); end !== -1; end = text.indexOf('\n\n')) {
      const fields = new Map(
        text
          .slice(0, end)
          .split('\n')
          .map((line) => [line.slice(0, line.indexOf(':')), line]),
      );
      const field = (name: string) => (fields.get(name) ?? '').slice(name.length + 2);
      text = text.slice(end + 2);
      if (fields.has('data')) {
        yield { event: field('event'), id: field('id'), data: RunProgress.parse(JSON.parse(field('data'))) };
      }
    }
  }
}

describe('/discovery-runs', () => {
  it('lists runs, by status on request', async () => {
    expect(await read(await call(''), z.array(Run))).toHaveLength(3);
    expect(await read(await call('?status=parked'), z.array(Run))).toMatchObject([{ id: 3 }]);
    const second = await call('?limit=1&page=2');
    expect(second.headers.get('x-total-count')).toBe('3');
    expect(await read(second, z.array(Run))).toMatchObject([{ id: 2 }]);
    expect((await problemIn(await call('?status=lost'))).errors).toMatchObject([{ field: 'status' }]);
  });

  it('shows one run', async () => {
    expect(await read(await call('/2'), Run)).toMatchObject({ id: 2, status: 'running' });
    expect(await problemIn(await call('/9'))).toMatchObject({
      status: 404,
      detail: 'There is no discovery run 9.',
    });
    expect(await problemIn(await call('/x'))).toMatchObject({ status: 422 });
  });

  it('cancels a run, once', async () => {
    const cancelled = await call('/2/cancel', { method: 'POST' });
    expect(cancelled.status).toBe(200);
    expect(await read(cancelled, Run)).toMatchObject({ status: 'cancelled' });
    expect(await problemIn(await call('/2/cancel', { method: 'POST' }))).toMatchObject({ status: 409 });
  });

  it('replays a run, with a raised cap on request', async () => {
    expect(await read(await call('/3/replay', { method: 'POST' }), Run)).toMatchObject({ status: 'queued' });
    const headers = { 'content-type': 'application/json' };
    const richer = await call('/3/replay', { method: 'POST', headers, body: '{"max_cost":2.5}' });
    expect(await read(richer, Run)).toMatchObject({ max_cost: 2.5 });
    const poorer = await call('/3/replay', { method: 'POST', headers, body: '{"max_cost":-1}' });
    expect((await problemIn(poorer)).errors).toMatchObject([{ field: 'max_cost' }]);
  });
});

describe('/discovery-runs/{id}/events', () => {
  it('begins with a snapshot for late subscribers, sends each step, and ends with the run', async () => {
    const run = gateway.peer.state.run(2);
    const answer = await call('/2/events');
    expect(answer.headers.get('content-type')).toContain('text/event-stream');
    const events = eventsIn(answer);

    const first = await events.next();
    expect(first.value).toMatchObject({
      event: 'snapshot',
      id: '1',
      data: { run_id: 2, status: 'running', turns: 2 },
    });
    await gateway.peer.publish(aStep(run, 'tool', 'evaluate_rule'));
    const second = await events.next();
    expect(second.value).toMatchObject({ event: 'tool', id: '2', data: { message: 'evaluate_rule' } });
    Object.assign(run, { status: 'failed', reason: 'No members.' });
    await gateway.peer.publish(aStep(run, 'ended'));
    const third = await events.next();
    expect(third.value).toMatchObject({ event: 'ended', id: 'end', data: { status: 'failed' } });
    expect(await events.next()).toMatchObject({ done: true });
  });

  it('misses no step that happens while the snapshot is read', async () => {
    let asked = 0;
    const run = gateway.peer.state.run(2);
    gateway.peer.state.before['runs.get'] = async () => {
      asked += 1;
      if (asked === 2) {
        await gateway.peer.publish(aStep(run, 'saved', 'Makers'));
      }
    };
    const events = eventsIn(await call('/2/events'));
    expect((await events.next()).value).toMatchObject({ event: 'snapshot' });
    expect((await events.next()).value).toMatchObject({ event: 'saved', data: { message: 'Makers' } });
    await events.return(undefined);
  });

  it('is the snapshot and the end if the run has ended, and nothing for a client that has seen the end', async () => {
    const seen: string[] = [];
    for await (const { event } of eventsIn(await call('/1/events'))) {
      seen.push(event);
    }
    expect(seen).toEqual(['snapshot', 'ended']);
    expect((await call('/1/events', { headers: { 'last-event-id': 'end' } })).status).toBe(204);
  });

  it('is a problem if there is no run to follow', async () => {
    expect(await problemIn(await call('/9/events'))).toMatchObject({ status: 404 });
  });

  it('stops requesting the run once the client has disconnected', async () => {
    let asked = 0;
    gateway.peer.state.before['runs.get'] = () => void (asked += 1);
    const disconnected = new AbortController();
    const answer = await call('/2/events', { signal: disconnected.signal });
    const events = eventsIn(answer);
    await events.next();
    disconnected.abort();
    await expect(events.next()).rejects.toThrow();
    const settled = { asked: -1, since: Date.now() };
    await waitFor(
      () => {
        if (asked !== settled.asked) {
          Object.assign(settled, { asked, since: Date.now() });
        }
        return Date.now() - settled.since > 2_500;
      },
      { describe: 'two poll intervals without a request', timeoutMs: 15_000 },
    );
    expect(asked).toBeLessThan(5);
  });
});
