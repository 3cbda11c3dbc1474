import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { EntityManager } from '@mikro-orm/postgresql';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { runCancelRequestedSubject } from '@warren/contracts';
import type { Run } from '@warren/contracts';
import type { RequestClient } from '@warren/messaging';
import { scriptedMessages, waitFor } from '@warren/testing';
import type { ScriptedMessages } from '@warren/testing';
import { startSlowProfiles } from './slow-profiles.ts';
import type { Asked, SlowProfiles } from './slow-profiles.ts';
import { startFinder } from './support.ts';
import type { Finder } from './support.ts';

/** Heartbeats so rare that a run in a test ends before the first. */
const rareHeartbeats = { WORKER_TIMEOUT_MS: '60000' };

let finder: Finder;
let profiles: SlowProfiles;
let worker: NestFastifyApplication | undefined;

/** Starts one process that answers the operator, and no worker. */
async function start(env: Record<string, string> = {}): Promise<void> {
  finder = await startFinder({ ...env, PATTERN_FINDER_ROLE: 'api' });
  profiles = await startSlowProfiles(finder.nats.url);
}

async function startWorker(env: Record<string, string>): Promise<void> {
  worker = await finder.another({ ...env, PATTERN_FINDER_ROLE: 'worker' });
}

async function stopWorker(): Promise<void> {
  await worker?.close();
  worker = undefined;
}

async function stop(): Promise<void> {
  await profiles.close();
  await finder.stop();
}

function client(): RequestClient {
  return finder.client;
}

async function newRun(): Promise<number> {
  return (await client().ask('runs.create', { kind: 'discover' })).id;
}

async function cancel(id: number): Promise<number> {
  const at = performance.now();
  expect((await client().ask('runs.cancel', { id })).status).toBe('running');
  return at;
}

/** The request after the first `known` ones, once it is being handled. */
async function askedAfter(known: number): Promise<Asked> {
  return waitFor(() => profiles.asked[known], { describe: 'member-profile to be asked' });
}

async function stopped(request: Asked): Promise<number> {
  return waitFor(() => request.stoppedAt, { describe: `${request.subject} to be stopped` });
}

async function ended(id: number): Promise<Run> {
  return waitFor(
    async () => {
      const run = await client().ask('runs.get', { id });
      return run.finished_at !== null && run;
    },
    { describe: `run ${id} to end` },
  );
}

/** End of a run's lease, in seconds since 1970 by the database's clock. */
async function leaseOf(id: number): Promise<number> {
  const [row] = await finder.app
    .get(EntityManager)
    .fork()
    .execute<{ at: string }[]>('select extract(epoch from lease_until) as at from run where id = ?', [id]);
  return Number(row?.at);
}

/** Waits until the worker has checked its run since `before`, which renews the lease. */
async function checked(id: number, before: number): Promise<void> {
  await waitFor(async () => (await leaseOf(id)) > before, { describe: `the worker to check run ${id}` });
}

describe('a run that is cancelled while member-profile works for it', () => {
  beforeAll(() => start());
  afterEach(stopWorker);
  afterAll(stop);

  it('ends at once, in another process than it was cancelled in, and stops that work', async () => {
    await startWorker(rareHeartbeats);
    const id = await newRun();
    const analysis = await askedAfter(profiles.asked.length);
    const cancelledAt = await cancel(id);
    expect((await stopped(analysis)) - cancelledAt).toBeLessThan(1_000);
    expect(await ended(id)).toMatchObject({
      status: 'cancelled',
      reason: 'Cancelled on request.',
      starts: 1,
    });
    expect(performance.now() - cancelledAt).toBeLessThan(2_000);
  });

  it('does not affect another run of the same community', async () => {
    await startWorker(rareHeartbeats);
    const second = await finder.another({ ...rareHeartbeats, PATTERN_FINDER_ROLE: 'worker' });
    const known = profiles.asked.length;
    const [first, other] = [await newRun(), await newRun()];
    await askedAfter(known + 1);
    await cancel(first);
    await ended(first);
    const ours = profiles.asked.slice(known);
    await waitFor(() => ours.some(({ signal }) => signal.aborted), {
      describe: 'one analysis to be stopped',
    });
    expect(ours.map(({ signal }) => signal.aborted).sort()).toEqual([false, true]);
    await cancel(other);
    expect((await ended(other)).status).toBe('cancelled');
    await second.close();
  });

  it('is noticed at the next heartbeat if the notification was lost', async () => {
    await startWorker({});
    const id = await newRun();
    const analysis = await askedAfter(profiles.asked.length);
    const em = finder.app.get(EntityManager).fork();
    await em.execute('update run set cancel_requested = true where id = ?', [id]);
    await stopped(analysis);
    expect(await ended(id)).toMatchObject({ status: 'cancelled', starts: 1 });
  });

  it('continues if the notification is false', async () => {
    await startWorker(rareHeartbeats);
    const id = await newRun();
    const analysis = await askedAfter(profiles.asked.length);
    const before = await leaseOf(id);
    const connection = await finder.outside.connected();
    for (const body of ['not JSON', '{"run_id":"all"}', JSON.stringify({ run_id: id })]) {
      connection.publish(runCancelRequestedSubject, body);
    }
    await checked(id, before);
    expect(analysis.signal.aborted).toBe(false);
    await cancel(id);
    expect((await ended(id)).status).toBe('cancelled');
  });
});

describe('a worker that shuts down', () => {
  beforeAll(() => start());
  afterAll(stop);

  it('releases its run at once and stops the work that was done for it', async () => {
    await startWorker(rareHeartbeats);
    const id = await newRun();
    const analysis = await askedAfter(0);
    const stoppedAt = performance.now();
    await stopWorker();
    expect((await stopped(analysis)) - stoppedAt).toBeLessThan(1_000);
    expect(await client().ask('runs.get', { id })).toMatchObject({ status: 'queued', starts: 1 });
  });
});

describe('a run of the model that is cancelled', () => {
  let model: ScriptedMessages;

  beforeAll(async () => {
    model = await scriptedMessages([]);
    await start({ ANALYST: 'claude', ANTHROPIC_BASE_URL: model.url, ANTHROPIC_API_KEY: 'test' });
    await startWorker(rareHeartbeats);
  });

  afterAll(async () => {
    await stopWorker();
    await stop();
    await model.stop();
  });

  it('stops a tool that waits for member-profile, and sends no further request to the model', async () => {
    const rule = { clauses: [{ at_least: 2, of: ['skill:figma', 'skill:qgis'] }] };
    model.use([{ tool_uses: [{ name: 'evaluate_rule', input: { rule } }] }]);
    const id = await newRun();
    const evaluation = await askedAfter(0);
    const cancelledAt = await cancel(id);
    expect((await stopped(evaluation)) - cancelledAt).toBeLessThan(1_000);
    expect(evaluation.subject).toBe('community.evaluate-rules');
    expect(await ended(id)).toMatchObject({ status: 'cancelled', turns: 1 });
    expect(model.calls()).toHaveLength(1);
  });

  it('waits for the turn in progress, since it is paid for, and requests no other', async () => {
    const before = model.calls().length;
    let answer: () => void = () => undefined;
    const thought = new Promise<void>((resolve) => (answer = resolve));
    model.use(async () => {
      await thought;
      return { tool_uses: [{ name: 'list_patterns', input: {} }] };
    });
    const id = await newRun();
    const call = await waitFor(() => model.calls()[before], { describe: 'the model to be asked' });
    const lease = await leaseOf(id);
    await cancel(id);
    await checked(id, lease);
    expect(call.outcome).toBe('open');
    answer();
    const run = await ended(id);
    expect(call.outcome).toBe('whole');
    expect(run).toMatchObject({ status: 'cancelled', turns: 1 });
    expect(run.spend.input_tokens).toBe(call.usage.input_tokens);
    expect(model.calls()).toHaveLength(before + 1);
  });

  it('does not wait for the delay before a retry', async () => {
    const before = model.calls().length;
    model.use([{ status: 529, headers: { 'retry-after': '25' } }]);
    const id = await newRun();
    await waitFor(() => model.calls()[before]?.outcome === 'refused', { describe: 'the rejected call' });
    const cancelledAt = await cancel(id);
    expect(await ended(id)).toMatchObject({ status: 'cancelled', turns: 0 });
    expect(performance.now() - cancelledAt).toBeLessThan(5_000);
    expect(model.calls()).toHaveLength(before + 1);
  });
});
