import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { jetstreamManager } from '@nats-io/jetstream';
import { waitFor } from '@warren/testing';
import { RunsService } from '../src/runs/runs.service.ts';
import { startFinder } from './support.ts';
import type { Finder } from './support.ts';

describe('the reconciler', () => {
  let finder: Finder;

  beforeAll(async () => {
    finder = await startFinder({ PATTERN_FINDER_ROLE: 'api' });
  });

  afterAll(async () => finder.stop());

  async function queued(): Promise<number> {
    const manager = await jetstreamManager(await finder.outside.connected());
    return (await manager.streams.info('JOBS').catch(() => undefined))?.state.messages ?? 0;
  }

  it('republishes a waiting run’s job when the stream was lost', async () => {
    await finder.app.get(RunsService).create({ kind: 'discover', focus_areas: [], waits: false });
    await waitFor(async () => (await queued()) === 1, { describe: 'the job to be queued' });
    const manager = await jetstreamManager(await finder.outside.connected());
    await manager.streams.delete('JOBS');
    expect(await queued()).toBe(0);
    await waitFor(async () => (await queued()) === 1, { describe: 'the job to be queued again' });
  });

  it('republishes nothing while the queue has jobs, however many runs wait, and all once it is empty', async () => {
    const manager = await jetstreamManager(await finder.outside.connected());
    await manager.streams.purge('JOBS');
    await waitFor(async () => (await queued()) === 1, { describe: 'the job of the only run' });
    await finder.app.get(RunsService).create({ kind: 'discover', focus_areas: [], waits: false });
    await waitFor(async () => (await queued()) === 2, { describe: 'the job of a second run' });
    const last = await manager.streams.getMessage('JOBS', { last_by_subj: 'jobs.discovery' });
    await manager.streams.deleteMessage('JOBS', last!.seq);
    const lookMs = 5 * 100;
    const started = performance.now();
    await waitFor(() => performance.now() - started > Math.max(3 * lookMs, 2 * 800), {
      describe: 'some checks, and jobs old enough to be published again',
    });
    expect(await queued()).toBe(1);
    await manager.streams.purge('JOBS');
    await waitFor(async () => (await queued()) === 2, { describe: 'both jobs to be queued again' });
  });
});
