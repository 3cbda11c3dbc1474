import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { connect } from '@nats-io/transport-node';
import type { NatsConnection } from '@nats-io/transport-node';
import type { ServerProcess } from '@warren/servers';
import { byTurn, scriptedMessages, startSystem, waitFor } from '@warren/testing';
import type { ScriptedMessages, ScriptedRequest, System, ToolUse } from '@warren/testing';
import { accept, ended, runOf, runWhen } from '../analyst/runs.ts';
import { analyse, candidatesIn, saveCandidate } from '../analyst/scripted-system.ts';
import { importFile, sample } from '../support.ts';
import { drained, expectPublishedOnce } from './stream-contents.ts';

const hourMs = 3_600_000;
/** Longer than the lease, which is 2.5 s in tests. */
const longTurnMs = 4_500;

describe('a worker whose clock is moved', () => {
  let system: System;
  let model: ScriptedMessages;
  let nats: NatsConnection;
  const workers: ServerProcess[] = [];

  beforeAll(async () => {
    model = await scriptedMessages([]);
    system = await startSystem({ workers: 0, env: { ANALYST: 'claude', ANTHROPIC_BASE_URL: model.url } });
    nats = await connect({ servers: system.nats.url });
    await importFile(system, sample);
  }, 120_000);

  afterEach(async () => {
    await Promise.all(workers.splice(0).map(async (worker) => worker.stop(20_000)));
  });

  afterAll(async () => {
    await nats.close();
    await system.stop();
    await model.stop();
  });

  /** Starts a worker whose clock is off by `hours`, and jumps by as many at SIGUSR2. */
  async function worker(hours: number): Promise<ServerProcess> {
    const moved = String(hours * hourMs);
    const started = await system.start('pattern-finder', {
      PATTERN_FINDER_ROLE: 'worker',
      NODE_OPTIONS: `--import=${join(import.meta.dirname, 'shift-clock.mjs')}`,
      CLOCK_SHIFT_MS: moved,
      CLOCK_JUMP_MS: moved,
    });
    workers.push(started);
    return started;
  }

  /** A save of the first candidate for the clock that is ahead, of the second for the one behind. */
  function found(request: ScriptedRequest, name: string): ToolUse {
    const analysed = { ...request.body, messages: request.body.messages.slice(0, 3) };
    const candidates = candidatesIn({ ...request, body: analysed });
    return saveCandidate(candidates[name === 'Ahead' ? 0 : 1]!, { name });
  }

  function isOf(run: { worker: string | null }, { pid }: ServerProcess): boolean {
    return run.worker?.endsWith(`:${pid}`) === true;
  }

  it.each([9, -9])(
    'clock moved by %i hours: it keeps its run beyond a lease, another worker waits, and takes over when it dies',
    async (hours) => {
      const before = model.calls().length;
      model.use(
        byTurn([
          { tool_uses: [analyse] },
          { tool_uses: [{ name: 'list_patterns', input: {} }], delay_ms: longTurnMs },
          (request) => ({ tool_uses: [found(request, hours > 0 ? 'Ahead' : 'Behind')] }),
          { text: 'Done.' },
        ]),
      );
      const first = await worker(hours);
      const id = await accept(system);
      await runWhen(system, id, (run) => isOf(run, first));
      const second = await worker(-hours);
      // The clock jumps during the long turn, too: durations within a process must not depend on the wall clock.
      await waitFor(() => model.calls().length === before + 2, {
        describe: 'the long turn',
        timeoutMs: 20_000,
      });
      first.signal('SIGUSR2');
      const done = await ended(system, id);
      expect(done).toMatchObject({ status: 'succeeded', starts: 1, turns: 4 });
      expect(isOf(done, first)).toBe(true);

      model.use(byTurn([{ text: 'Done.', delay_ms: 1_000 }]));
      const next = await accept(system);
      const held = await runWhen(system, next, ({ status }) => status === 'running');
      const [holder, other] = isOf(held, first) ? [first, second] : [second, first];
      holder.signal('SIGKILL');
      expect(await ended(system, next)).toMatchObject({ status: 'succeeded', starts: 2 });
      expect(isOf(await runOf(system, next), other)).toBe(true);
      await drained(system, nats);
      await expectPublishedOnce(system, nats);
    },
  );
});
