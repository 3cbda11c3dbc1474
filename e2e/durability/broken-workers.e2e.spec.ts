import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { jetstreamManager } from '@nats-io/jetstream';
import { connect } from '@nats-io/transport-node';
import type { NatsConnection } from '@nats-io/transport-node';
import { z } from 'zod';
import type { ServerProcess } from '@warren/servers';
import { byTurn, scriptedMessages, startSystem, waitFor } from '@warren/testing';
import type { ScriptedMessages, System } from '@warren/testing';
import { accept, ended, replayed, runOf, runWhen } from '../analyst/runs.ts';
import { analyse, candidatesIn, saveCandidate } from '../analyst/scripted-system.ts';
import { importFile, rowsOf, sample } from '../support.ts';

const Count = z.object({ n: z.coerce.number() });
const Seen = z.object({ turn: z.int(), created_at: z.string() });

describe('a run whose worker breaks', () => {
  let system: System;
  let model: ScriptedMessages;
  let nats: NatsConnection;
  const workers: ServerProcess[] = [];

  beforeAll(async () => {
    model = await scriptedMessages([]);
    system = await startSystem({
      workers: 0,
      questions: false,
      env: { ANALYST: 'claude', ANTHROPIC_BASE_URL: model.url },
    });
    await importFile(system, sample);
    nats = await connect({ servers: system.nats.url });
  }, 120_000);

  afterEach(async () => {
    await Promise.all(workers.splice(0).map(async (worker) => worker.stop(20_000)));
  });

  afterAll(async () => {
    await nats.close();
    await system.stop();
    await model.stop();
  });

  async function worker(failpoint = ''): Promise<ServerProcess> {
    const env = { PATTERN_FINDER_ROLE: 'worker', WARREN_FAILPOINT: failpoint };
    const started = await system.start('pattern-finder', env);
    workers.push(started);
    return started;
  }

  async function count(from: string): Promise<number> {
    return (await rowsOf(system, `select count(*) as n from ${from}`, Count))[0]?.n ?? -1;
  }

  it('writes nothing after it was suspended beyond its lease and another worker has finished the run', async () => {
    model.use((request) =>
      request.turn === 0
        ? { tool_uses: [{ name: 'list_patterns', input: {} }] }
        : {
            text: request.attempt === 1 ? 'Too late.' : 'In time.',
            delay_ms: request.attempt === 1 ? 6_000 : 0,
          },
    );
    const slow = await worker();
    const id = await accept(system);
    await waitFor(() => model.calls().length === 2, {
      describe: 'the second turn to be requested',
      timeoutMs: 20_000,
    });
    slow.signal('SIGSTOP');
    await worker();
    expect(await ended(system, id)).toMatchObject({
      status: 'succeeded',
      starts: 2,
      response_text: 'In time.',
    });
    const sql = `select turn, created_at::text from pattern_finder.run_turn where run_id = ${id} order by turn`;
    const turns = await rowsOf(system, sql, Seen);
    slow.signal('SIGCONT');
    await waitFor(() => model.ledger().open === 0, {
      describe: 'the late answer to arrive',
      timeoutMs: 20_000,
    });
    await waitFor(async () => (await system.logs()).includes(`Run ${id}`) || slow.running(), {
      describe: 'the suspended worker to continue',
    });
    slow.signal('SIGTERM');
    await slow.ended;
    expect(await rowsOf(system, sql, Seen)).toEqual(turns);
    expect(await runOf(system, id)).toMatchObject({ response_text: 'In time.', turns: 2, starts: 2 });
  });

  it('continues after its event loop was blocked for longer than its lease, with no turn stored twice', async () => {
    model.use(byTurn([{ tool_uses: [{ name: 'list_patterns', input: {} }] }, { text: 'Done.' }]));
    const before = model.calls().length;
    await worker('turn.after-response:block=4000@1');
    const id = await accept(system);
    await runWhen(system, id, ({ status }) => status === 'running');
    await worker();
    const run = await ended(system, id);
    expect(run).toMatchObject({ status: 'succeeded', turns: 2, response_text: 'Done.' });
    // The turn that the blocked worker could not store is the only one that may be requested again.
    expect(model.calls().length - before).toBeLessThanOrEqual(3);
    expect(await count(`pattern_finder.run_turn where turn > 0 and run_id = ${id}`)).toBe(2);
  });

  it('is parked after three starts without progress, with a reason, blocks no other run, and can be replayed', async () => {
    model.use(byTurn([{ text: 'Done.' }]));
    const poisoned = await accept(system);
    for (let start = 1; start <= 3; start += 1) {
      const victim = await worker('run.after-claim:kill@1');
      await victim.ended;
    }
    await worker();
    const run = await ended(system, poisoned);
    expect(run).toMatchObject({ status: 'parked', starts: 3 });
    expect(run.reason).toMatch(/started 3 times/);
    const parked = (await system.call('discovery-runs?status=parked')).body;
    expect(
      z
        .array(z.looseObject({ id: z.int() }))
        .parse(parked)
        .map(({ id }) => id),
    ).toContain(poisoned);
    expect(await ended(system, await accept(system))).toMatchObject({ status: 'succeeded' });
    expect(await replayed(system, poisoned)).toMatchObject({ status: 'succeeded', response_text: 'Done.' });
  });

  it('is executed once, however many jobs name it, and an unreadable job delays no other', async () => {
    model.use(byTurn([{ text: 'Done.' }]));
    const id = await accept(system);
    const before = model.calls().length;
    for (let copy = 0; copy < 5; copy += 1) {
      nats.publish('jobs.discovery', JSON.stringify({ run_id: id }));
    }
    nats.publish('jobs.discovery', 'nonsense');
    nats.publish('jobs.discovery', JSON.stringify({ run_id: 'nobody' }));
    nats.publish('jobs.discovery', JSON.stringify({ run_id: 999_999 }));
    await nats.flush();
    await Promise.all([worker(), worker()]);
    expect(await ended(system, id)).toMatchObject({ status: 'succeeded', starts: 1, turns: 1 });
    const manager = await jetstreamManager(nats);
    await waitFor(async () => (await manager.streams.info('JOBS')).state.messages === 0, {
      describe: 'the queue to be empty',
      timeoutMs: 20_000,
    });
    expect(model.calls().length - before).toBe(1);
    expect(await count(`pattern_finder.parked_message where subject = 'jobs.discovery'`)).toBe(2);
  });

  it('is queued again if its job was lost with the stream or the consumer', async () => {
    model.use(byTurn([{ text: 'Done.' }]));
    const waiting = await Promise.all([accept(system), accept(system), accept(system)]);
    const manager = await jetstreamManager(nats);
    await waitFor(async () => (await manager.streams.info('JOBS')).state.messages === 3, {
      describe: 'three jobs to wait',
    });
    await manager.streams.delete('JOBS');
    await Promise.all([worker(), worker()]);
    for (const id of waiting) {
      expect(await ended(system, id)).toMatchObject({ status: 'succeeded', turns: 1 });
    }
    await manager.consumers.delete('JOBS', 'pattern-finder-jobs-discovery');
    expect(await ended(system, await accept(system))).toMatchObject({ status: 'succeeded' });
  });

  it('pauses while member-profile is down, and finishes when it is back', async () => {
    model.use(
      byTurn([
        { tool_uses: [analyse] },
        (request) => ({ tool_uses: [saveCandidate(candidatesIn(request)[0]!)] }),
        { text: 'Done.' },
      ]),
    );
    const [profiles] = system.processes().filter(({ name }) => name === 'member-profile');
    process.kill(profiles!.pid, 'SIGKILL');
    await worker();
    const id = await accept(system);
    const paused = await runWhen(system, id, ({ status }) => status === 'paused');
    expect(paused.reason).toMatch(/community\.introductions/);
    const unavailable = await system.call('community/analysis');
    expect([503, 504]).toContain(unavailable.status);
    await system.start('member-profile');
    expect(await ended(system, id)).toMatchObject({ status: 'succeeded', patterns: [{ created: true }] });
  });
});
