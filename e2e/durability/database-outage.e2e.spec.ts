import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startProxy } from '@warren/perf/chaos/proxy/proxy';
import type { Proxy } from '@warren/perf/chaos/proxy/proxy';
import type { ServerProcess } from '@warren/servers';
import { byTurn, scriptedMessages, startSystem, waitFor } from '@warren/testing';
import type { ScriptedMessages, System } from '@warren/testing';
import { accept, ended, runOf } from '../analyst/runs.ts';
import { importFile, sample } from '../support.ts';

describe('a worker whose database is down during a call to the model', () => {
  let system: System;
  let model: ScriptedMessages;
  let line: Proxy;
  let worker: ServerProcess;

  beforeAll(async () => {
    model = await scriptedMessages([]);
    system = await startSystem({
      workers: 0,
      questions: false,
      env: { ANALYST: 'claude', ANTHROPIC_BASE_URL: model.url },
    });
    await importFile(system, sample);
    const url = new URL(system.databaseUrl);
    line = await startProxy({ to: Number(url.port), protocol: 'postgres' });
    url.port = String(line.port);
    worker = await system.start('pattern-finder', {
      PATTERN_FINDER_ROLE: 'worker',
      DATABASE_URL: url.href,
    });
  }, 120_000);

  afterAll(async () => {
    await worker.stop(20_000);
    await line.stop();
    await system.stop();
    await model.stop();
  });

  it('keeps the paid turn until the database is back, despite failed renewals, and continues', async () => {
    model.use(
      byTurn([{ tool_uses: [{ name: 'list_patterns', input: {} }], delay_ms: 2_500 }, { text: 'Done.' }]),
    );
    const before = model.calls().length;
    const id = await accept(system);
    await waitFor(() => model.ledger().open === 1, { describe: 'the call', timeoutMs: 60_000 });
    line.refuse();
    await waitFor(() => model.ledger().open === 0, { describe: 'the answer', timeoutMs: 60_000 });
    expect((await runOf(system, id)).turns).toBe(0);
    line.heal();
    expect(await ended(system, id)).toMatchObject({ status: 'succeeded', starts: 1, turns: 2 });
    expect(model.calls().length - before).toBe(2);
  });
});
