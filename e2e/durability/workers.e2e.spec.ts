import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { hasEnded } from '@warren/contracts';
import { byTurn, scriptedMessages, startSystem, waitFor } from '@warren/testing';
import type { ScriptedMessages, System } from '@warren/testing';
import { accept, ended, runOf } from '../analyst/runs.ts';
import { startWorkerPair } from '../analyst/worker-pair.ts';
import type { WorkerPair } from '../analyst/worker-pair.ts';
import { importFile, sample } from '../support.ts';

describe('two workers', () => {
  let system: System;
  let model: ScriptedMessages;
  let workers: WorkerPair;

  beforeAll(async () => {
    model = await scriptedMessages([]);
    const env = { ANALYST: 'claude', ANTHROPIC_BASE_URL: model.url };
    system = await startSystem({ workers: 0, questions: false, env });
    await importFile(system, sample);
    workers = await startWorkerPair(system);
  }, 120_000);

  afterAll(async () => {
    await system.stop();
    await model.stop();
  });

  it('execute twenty queued runs, each once, and share them', async () => {
    // Half a second per turn, so that no worker can execute all runs before the other one polls.
    model.use(() => ({ text: 'Nothing to add.', delay_ms: 500 }));
    const ids = await Promise.all(Array.from({ length: 20 }, async () => accept(system)));
    const runs = await waitFor(
      async () => {
        const all = await Promise.all(ids.map(async (id) => runOf(system, id)));
        return all.every(({ status }) => hasEnded(status)) && all;
      },
      { describe: 'twenty runs to end', timeoutMs: 60_000, everyMs: 250 },
    );
    expect(runs.map(({ status, starts, turns }) => ({ status, starts, turns }))).toEqual(
      new Array(20).fill({ status: 'succeeded', starts: 1, turns: 1 }),
    );
    expect(new Set(runs.map(({ worker }) => worker)).size).toBe(2);
    expect(model.calls()).toHaveLength(20);
  });

  it('lose neither the run nor a paid turn if one of them is killed', async () => {
    const before = model.calls().length;
    let asked = 0;
    model.use(
      byTurn([
        { tool_uses: [{ name: 'list_patterns', input: {} }] },
        () => ({ text: 'Done.', delay_ms: (asked += 1) === 1 ? 20_000 : 0 }),
      ]),
    );
    const id = await accept(system);
    await waitFor(() => asked === 1, { describe: 'the second turn to be requested', timeoutMs: 30_000 });
    await workers.kill(await runOf(system, id));
    expect(await ended(system, id)).toMatchObject({
      status: 'succeeded',
      starts: 2,
      turns: 2,
      response_text: 'Done.',
    });
    // The first turn once; the second twice, since the worker died before it had the answer.
    const calls = model.calls().slice(before);
    expect(calls.map(({ turn }) => turn)).toEqual([0, 1, 1]);
  });
});
