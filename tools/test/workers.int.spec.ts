import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Run } from '@warren/contracts';
import { scriptedMessages, startSystem, waitFor } from '@warren/testing';
import type { ScriptedMessages, System } from '@warren/testing';
import { importFile, patternsOf, discover, sample } from './support.ts';

const accept = { method: 'POST', headers: { prefer: 'respond-async' } };

async function runOf(system: System, id: number): Promise<Run> {
  return Run.parse((await system.call(`discovery-runs/${id}`)).body);
}

async function accepted(system: System): Promise<number> {
  const { status, body } = await system.call('patterns/discover', accept);
  expect(status).toBe(202);
  return (body as { run_id: number }).run_id;
}

describe('two workers', () => {
  let system: System;
  let model: ScriptedMessages;

  beforeAll(async () => {
    // Half a second a turn, so that no worker can do all the runs before the other has looked.
    model = await scriptedMessages(() => ({ text: 'Nothing to add.', delay_ms: 500 }));
    system = await startSystem({ workers: 2, env: { ANALYST: 'claude', ANTHROPIC_BASE_URL: model.url } });
    await importFile(system, sample);
  }, 120_000);

  afterAll(async () => {
    await system.stop();
    await model.stop();
  });

  it('do twenty queued runs, each once, and share them', async () => {
    const ids = await Promise.all(Array.from({ length: 20 }, async () => accepted(system)));
    const runs = await waitFor(
      async () => {
        const all = await Promise.all(ids.map(async (id) => runOf(system, id)));
        return all.every(({ status }) => status === 'succeeded') && all;
      },
      { describe: 'twenty runs to succeed', timeoutMs: 60_000 },
    );
    expect(runs.map(({ starts }) => starts)).toEqual(Array(20).fill(1));
    expect(runs.map(({ turns }) => turns)).toEqual(Array(20).fill(1));
    expect(new Set(runs.map(({ worker }) => worker)).size).toBe(2);
    expect(model.calls()).toHaveLength(20);
  });
});

describe('a killed worker', () => {
  let system: System;
  let model: ScriptedMessages;

  beforeAll(async () => {
    model = await scriptedMessages((request) =>
      request.turn === 0
        ? { tool_uses: [{ name: 'list_patterns', input: {} }] }
        : { text: 'Done.', delay_ms: request.attempt === 1 ? 20_000 : 0 },
    );
    system = await startSystem({ workers: 0, env: { ANALYST: 'claude', ANTHROPIC_BASE_URL: model.url } });
    await importFile(system, sample);
  }, 120_000);

  afterAll(async () => {
    await system.stop();
    await model.stop();
  });

  it('loses neither the run nor a turn that was paid for', async () => {
    const doomed = await system.start('pattern-finder', { PATTERN_FINDER_ROLE: 'worker' });
    const id = await accepted(system);
    await waitFor(() => model.calls().length === 2, {
      describe: 'the second turn to be asked',
      timeoutMs: 30_000,
    });
    doomed.signal('SIGKILL');
    await doomed.ended;
    await system.start('pattern-finder', { PATTERN_FINDER_ROLE: 'worker' });
    const run = await waitFor(
      async () => {
        const now = await runOf(system, id);
        return now.status === 'succeeded' && now;
      },
      { describe: 'the run to end all the same', timeoutMs: 60_000 },
    );
    expect(run).toMatchObject({ starts: 2, turns: 2, response_text: 'Done.' });
    // The first turn once; the second twice, since the worker died before it had the answer.
    expect(model.calls().map(({ turn }) => turn)).toEqual([0, 1, 1]);
  });
});

describe('nats-server away and back', () => {
  let system: System;

  beforeAll(async () => {
    system = await startSystem();
    await importFile(system, sample);
  }, 120_000);

  afterAll(async () => system.stop());

  it('is survived without a restart: 503 meanwhile, patterns and questions after', async () => {
    await system.nats.kill('SIGKILL');
    const away = await system.call('patterns');
    expect(away.status).toBe(503);
    expect(away.headers.get('content-type')).toContain('application/problem+json');
    await system.nats.restart();
    await waitFor(async () => (await system.call('patterns')).status === 200, {
      describe: 'patterns to be answered again',
      timeoutMs: 30_000,
    });
    const reply = await discover(system);
    expect(reply.patterns_found).toBeGreaterThanOrEqual(6);
    const patterns = await patternsOf(system);
    await waitFor(
      async () => {
        const { body } = await system.call('questions');
        return Array.isArray(body) && body.length >= patterns.length;
      },
      { describe: 'questions about the patterns', timeoutMs: 30_000 },
    );
  });
});
