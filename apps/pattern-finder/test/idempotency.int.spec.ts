import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EntityManager } from '@mikro-orm/postgresql';
import { Conflict, InvalidRequest } from '@warren/contracts';
import { RunRow } from '../src/run-state/run.entity.ts';
import { RunsService } from '../src/runs/runs.service.ts';
import { startFinder } from './support.ts';
import type { Finder } from './support.ts';

describe('a run that is requested with an idempotency key', () => {
  let finder: Finder;
  let runs: RunsService;

  beforeAll(async () => {
    finder = await startFinder({ PATTERN_FINDER_ROLE: 'api' });
    runs = finder.app.get(RunsService);
  });

  afterAll(async () => finder.stop());

  const wish = { kind: 'discover', focus_areas: ['tea'] } as const;
  const ask = async (idempotency_key: string, change: { focus_areas?: string[]; waits?: boolean } = {}) =>
    runs.create({ kind: 'discover', focus_areas: ['tea'], waits: false, idempotency_key, ...change });

  it('is created once, however often and concurrently it is requested', async () => {
    const asked = await Promise.all(Array.from({ length: 8 }, async () => ask('once')));
    expect(new Set(asked.map(({ id }) => id)).size).toBe(1);
    const em = finder.app.get(EntityManager).fork();
    const jobs = await em.execute<{ body: string }[]>(
      "select body from outbox_message where subject = 'jobs.discovery'",
    );
    expect(jobs.filter(({ body }) => body === JSON.stringify({ run_id: asked[0]!.id }))).toHaveLength(1);
  });

  it('is another with another key, and with none', async () => {
    const ids = [
      await ask('a'),
      await ask('b'),
      await runs.create({ ...wish, focus_areas: ['tea'], waits: false }),
    ];
    expect(new Set(ids.map(({ id }) => id)).size).toBe(3);
  });

  it('is rejected if the key came with another request', async () => {
    await ask('taken');
    await expect(ask('taken', { focus_areas: ['coffee'] })).rejects.toBeInstanceOf(InvalidRequest);
  });

  it('returns 409 to a waiting caller while in progress, and its answer once it has ended', async () => {
    const { id } = await ask('waits');
    await expect(ask('waits', { waits: true })).rejects.toBeInstanceOf(Conflict);
    await finder.app.get(EntityManager).fork().nativeUpdate(RunRow, { id }, { status: 'succeeded' });
    expect(await ask('waits', { waits: true })).toMatchObject({ id, status: 'succeeded' });
  });
});
