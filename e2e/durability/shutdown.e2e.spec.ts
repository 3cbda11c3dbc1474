import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Run } from '@warren/contracts';
import { freePort } from '@warren/servers';
import type { ServerProcess } from '@warren/servers';
import { scriptedMessages, startSystem, waitFor } from '@warren/testing';
import type { ScriptedMessages, ServiceName, System } from '@warren/testing';
import { importFile, sample } from '../support.ts';

/** Deadline of a service to shut down, in milliseconds. */
const bound = 20_000;

describe('a service that is asked to stop', () => {
  let system: System;
  let model: ScriptedMessages;

  beforeAll(async () => {
    model = await scriptedMessages((request) =>
      request.turn === 0
        ? { tool_uses: [{ name: 'list_patterns', input: {} }] }
        : { text: 'Done.', delay_ms: request.attempt === 1 ? 8_000 : 0 },
    );
    system = await startSystem({ workers: 0, env: { ANALYST: 'claude', ANTHROPIC_BASE_URL: model.url } });
    await importFile(system, sample);
  }, 120_000);

  afterAll(async () => {
    await system.stop();
    await model.stop();
  });

  const worker = async () => system.start('pattern-finder', { PATTERN_FINDER_ROLE: 'worker' });

  async function accepted(): Promise<number> {
    const { body } = await system.call('patterns/discover', {
      method: 'POST',
      headers: { prefer: 'respond-async' },
    });
    return (body as { run_id: number }).run_id;
  }

  async function runOf(id: number): Promise<Run> {
    return Run.parse((await system.call(`discovery-runs/${id}`)).body);
  }

  it('returns its run at a checkpoint, and exits with code 0 within its deadline', async () => {
    const first = await worker();
    const id = await accepted();
    const before = model.calls().length;
    await waitFor(() => model.calls().length === before + 2, {
      describe: 'the second turn',
      timeoutMs: 20_000,
    });
    const from = performance.now();
    first.signal('SIGTERM');
    expect(await first.ended).toBe(0);
    expect(performance.now() - from).toBeLessThan(bound);
    expect(await runOf(id)).toMatchObject({ status: 'queued', turns: 1 });
    const second = await worker();
    await waitFor(async () => (await runOf(id)).status === 'succeeded', {
      describe: 'the run to be finished by another',
      timeoutMs: 30_000,
    });
    // Returning a run does not count as a failed start.
    expect(await runOf(id)).toMatchObject({ starts: 2, turns: 2 });
    second.signal('SIGTERM');
    expect(await second.ended).toBe(0);
  });

  /** Starts one more process of a service, and waits until it is ready. */
  async function ready(name: ServiceName): Promise<ServerProcess> {
    const port = await freePort();
    const service = await system.start(name, { HEALTH_PORT: String(port) });
    await waitFor(async () => (await fetch(`http://127.0.0.1:${port}/readyz`)).status === 200, {
      describe: `${name} to be ready`,
      timeoutMs: 30_000,
    });
    return service;
  }

  it('exits at once on a second signal, with the code of that signal', async () => {
    const service = await ready('question-generator');
    // Suspended for a moment, so that both signals are pending when it continues.
    service.signal('SIGSTOP');
    service.signal('SIGTERM');
    service.signal('SIGINT');
    service.signal('SIGCONT');
    expect([130, 143]).toContain(await service.ended);
  });

  it.each(['question-generator', 'member-profile', 'pattern-finder'] as const)(
    'ends with code 0 if nothing is in flight: %s',
    async (name) => {
      const service = await ready(name);
      service.signal('SIGTERM');
      expect(await service.ended).toBe(0);
    },
  );
});
