import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EntityManager } from '@mikro-orm/postgresql';
import { InvalidRequest, ServiceUnavailable, TooManyRequests } from '@warren/contracts';
import type { Run } from '@warren/contracts';
import type { RequestClient } from '@warren/messaging';
import { RunRow } from '../src/run-state/run.entity.ts';
import { startFinder } from './support.ts';
import type { Finder } from './support.ts';

const most = 5;

describe('the limits of requests for runs over NATS', () => {
  let finder: Finder;
  let client: RequestClient;

  beforeAll(async () => {
    finder = await startFinder({
      PATTERN_FINDER_ROLE: 'api',
      MAX_WAITING_RUNS: String(most),
      MAX_RUNS_PER_PRINCIPAL: '2',
      MAX_COST: '2',
      MAX_RAISED_COST: '4',
    });
    client = finder.client;
  });

  afterAll(async () => finder.stop());

  const create = async (idempotency_key?: string): Promise<Run> =>
    client.ask('runs.create', {
      kind: 'discover',
      ...(idempotency_key !== undefined && { idempotency_key }),
    });
  const mark = async (id: number, status: 'paused' | 'budget_exhausted' | 'running'): Promise<unknown> =>
    finder.app.get(EntityManager).fork().nativeUpdate(RunRow, { id }, { status });

  it('allow one client only so many that have not ended; a repeated request is still answered, and a replay counts', async () => {
    const start = async (of: string, idempotency_key?: string): Promise<Run> =>
      client.ask('runs.create', { kind: 'discover', client: of, idempotency_key });
    const first = await start('a', 'first-of-a');
    const outcomes = await Promise.allSettled(Array.from({ length: 6 }, async () => start('a')));
    const made = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
    expect(made).toHaveLength(1);
    const rejected = outcomes.find((outcome) => outcome.status === 'rejected');
    expect(rejected?.reason).toBeInstanceOf(TooManyRequests);
    expect(rejected?.reason).toMatchObject({
      message: expect.stringMatching(/^2 of your runs/),
      details: { retry_after_s: 30 },
    });
    expect(await start('a', 'first-of-a')).toMatchObject({ id: first.id });
    const other = await start('b');
    await client.ask('runs.cancel', { id: first.id });
    await mark(first.id, 'budget_exhausted');
    const again = async () => client.ask('runs.replay', { id: first.id, client: 'a' });
    const next = await start('a');
    await expect(again()).rejects.toBeInstanceOf(TooManyRequests);
    await client.ask('runs.cancel', { id: next.id });
    expect(await again()).toMatchObject({ status: 'queued' });
    await expect(start('a')).rejects.toBeInstanceOf(TooManyRequests);
    for (const { id } of [first, other, ...made]) {
      await client.ask('runs.cancel', { id });
    }
  });

  it('allow only so many waiting runs, however concurrent the requests; a repeated request is still answered', async () => {
    const first = await create('wish');
    const outcomes = await Promise.allSettled(Array.from({ length: 20 }, async () => create()));
    const made = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
    expect(made).toHaveLength(most - 1);
    const rejected = outcomes.find((outcome) => outcome.status === 'rejected');
    expect(rejected?.reason).toBeInstanceOf(ServiceUnavailable);
    expect(String(rejected?.reason)).toMatch(/5 runs wait already.*cancel some/);
    expect(await create('wish')).toMatchObject({ id: first.id });
    // Paused runs wait as well; running and ended ones do not.
    await mark(made[0]!.id, 'paused');
    await expect(create()).rejects.toBeInstanceOf(ServiceUnavailable);
    await mark(made[0]!.id, 'running');
    const next = await create();
    await mark(made[1]!.id, 'budget_exhausted');
    expect(await client.ask('runs.replay', { id: made[1]!.id })).toMatchObject({ status: 'queued' });
    await mark(made[1]!.id, 'budget_exhausted');
    await create();
    await expect(client.ask('runs.replay', { id: made[1]!.id })).rejects.toBeInstanceOf(ServiceUnavailable);
    await client.ask('runs.cancel', { id: next.id });
    expect(await client.ask('runs.replay', { id: made[1]!.id, max_cost: 4 })).toMatchObject({ max_cost: 4 });
    await mark(made[1]!.id, 'budget_exhausted');
    await expect(client.ask('runs.replay', { id: made[1]!.id, max_cost: 4.01 })).rejects.toThrow(
      /max_cost: must be at most 4/,
    );
    await expect(client.ask('runs.replay', { id: made[1]!.id, max_cost: 1e6 })).rejects.toBeInstanceOf(
      InvalidRequest,
    );
    expect(await client.ask('runs.get', { id: made[1]!.id })).toMatchObject({
      status: 'budget_exhausted',
      max_cost: 4,
    });
  });
});
