import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EntityManager } from '@mikro-orm/postgresql';
import { InvalidRequest, ServiceUnavailable } from '@warren/contracts';
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
