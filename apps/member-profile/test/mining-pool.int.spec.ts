import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { DeadlineExceeded, InternalError, ServiceUnavailable } from '@warren/contracts';
import { buildMembership, evaluateRule, mine } from '@warren/mining';
import type { Membership } from '@warren/mining';
import type { Community } from '../src/community/community.ts';
import { MiningResults } from '../src/analysis/mining-results.ts';
import { MiningPool } from '../src/mining/mining-pool.ts';
import { MiningLimits, MiningSettings } from '../src/mining/mining-settings.ts';
import { madeUpMembership } from './made-up.ts';

const settings = new MiningSettings({ q: 0.05, minLift: 1.2, minMembers: 3 });
const rule = { clauses: [{ at_least: 2, of: ['skill:skill 1', 'skill:skill 2', 'interest:interest 3'] }] };
const small = buildMembership(
  Array.from({ length: 40 }, (_, at) => ({
    id: at + 1,
    facets: at % 3 === 0 ? ['skill:a', 'skill:b'] : [`skill:${at}`, 'interest:x'],
  })),
);

describe('mining beside the event loop', () => {
  /** Takes seconds to analyse. */
  let large: Membership;
  const pools: MiningPool[] = [];

  beforeAll(() => {
    Logger.overrideLogger(false);
    large = madeUpMembership(100_000);
  });
  afterEach(async () => {
    await Promise.all(pools.splice(0).map((pool) => pool.close()));
  });

  const createPool = async (limits: Partial<MiningLimits> = {}): Promise<MiningPool> => {
    const pool = new MiningPool(
      settings,
      new MiningLimits({ timeoutMs: 60_000, mostWaiting: 8, memoryMb: 512, ...limits }),
    );
    pools.push(pool);
    // Both threads are there and warm, so that what is asked of them next begins at once.
    await Promise.allSettled([pool.mine(small), pool.evaluate(small, [{ rule, known: undefined }])]);
    return pool;
  };
  const judgeLarge = (pool: MiningPool) => pool.evaluate(large, [{ rule, known: undefined }]);
  const stopping = () => new AbortController();

  it('finds and judges what mining does in this thread', async () => {
    const pool = await createPool();
    const here = mine(small, settings);
    const there = await pool.mine(small);
    expect(there.tested).toBe(here.tested);
    expect(JSON.parse(JSON.stringify(there.candidates))).toEqual(
      here.candidates.map(({ id, category, basis, rule: of, facets, statistics, member_ids }) => ({
        ...{ id, category, basis, rule: of, facets, statistics },
        member_count: member_ids.length,
      })),
    );
    const proposed = here.candidates.map((known) => ({ rule: known.rule, known }));
    const judged = await pool.evaluate(small, [...proposed, { rule, known: undefined }]);
    const plain = judged.map(({ member_ids, sides, ...rest }) => ({
      ...rest,
      member_ids: [...member_ids],
      sides: sides && { givers: [...sides.givers], seekers: [...sides.seekers] },
    }));
    expect(JSON.parse(JSON.stringify(plain))).toEqual(
      JSON.parse(
        JSON.stringify(
          [...proposed.map(({ rule: of }) => of), rule].map((of) =>
            evaluateRule(small, of, { ...settings, result: here }),
          ),
        ),
      ),
    );
  });

  it('frees its thread soon after an abort, and does the next analysis', async () => {
    const pool = await createPool();
    const stop = stopping();
    const long = pool.mine(large, undefined, stop.signal);
    // Rules are judged beside it; by then it is well under way.
    await judgeLarge(pool);
    const next = pool.mine(small);
    const from = performance.now();
    stop.abort(new Error('nobody wants it'));
    await expect(long).rejects.toThrow('nobody wants it');
    expect((await next).candidates.length).toBeGreaterThan(0);
    // A second, and what a machine may be late that does other things too; the analysis takes several.
    expect(performance.now() - from).toBeLessThan(1_500);
  });

  it('keeps an analysis for a second waiter when the first one goes', async () => {
    const pool = await createPool();
    const results = new MiningResults(pool);
    const community: Community = { revision: 1, membership: large, labels: new Map(), completion: {} };
    const [first, second] = [stopping(), stopping()];
    const [left, stayed] = [
      results.of(community, undefined, first.signal),
      results.of(community, undefined, second.signal),
    ];
    await judgeLarge(pool);
    first.abort(new Error('the first has gone'));
    await expect(left).rejects.toThrow('the first has gone');
    const analysis = await stayed;
    expect(analysis.candidates.length).toBeGreaterThan(0);
    second.abort(new Error('too late to stop anything'));
    expect(await results.of(community)).toBe(analysis);
  });

  it('computes an analysis once for all who ask, anew for another revision or focus, and keeps the last eight', async () => {
    const results = new MiningResults(await createPool());
    const community = (revision: number): Community => ({
      revision,
      membership: small,
      labels: new Map(),
      completion: {},
    });
    const [first, same] = await Promise.all([results.of(community(1)), results.of(community(1))]);
    expect(same).toBe(first);
    expect(await results.of(community(2))).not.toBe(first);
    const focused = await results.of(community(1), new Set(['skill:b', 'skill:a']));
    expect(focused).not.toBe(first);
    expect(await results.of(community(1), new Set(['skill:a', 'skill:b']))).toBe(focused);
    expect(await results.of(community(1))).toBe(first);
    for (let revision = 3; revision < 11; revision += 1) {
      await results.of(community(revision));
    }
    expect(await results.of(community(1))).not.toBe(first);
  });

  it('refuses as busy what finds no place to wait, and takes more when a place is free', async () => {
    const pool = await createPool({ mostWaiting: 1 });
    const stop = stopping();
    const taken = [pool.mine(large, undefined, stop.signal), pool.mine(large, undefined, stop.signal)];
    await expect(pool.mine(small)).rejects.toThrow(ServiceUnavailable);
    await expect(judgeLarge(pool)).resolves.toHaveLength(1);
    stop.abort(new Error('stopped'));
    expect((await Promise.allSettled(taken)).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect((await pool.mine(small)).tested).toBeGreaterThan(0);
  });

  it('gives up what takes longer than it may, says what to change, and does the next analysis', async () => {
    const pool = await createPool({ timeoutMs: 300 });
    const late = pool.mine(large);
    await expect(late).rejects.toThrow(DeadlineExceeded);
    await expect(late).rejects.toThrow('raise ANALYSIS_TIMEOUT_S');
    expect((await pool.mine(small)).tested).toBeGreaterThan(0);
  });

  it('reports a thread that ran out of memory to who waits for it, and goes on with another', async () => {
    const pool = await createPool({ memoryMb: 32 });
    const members = 1_000_000;
    const batch = {
      ids: Float64Array.from({ length: members }, (_, at) => at + 1),
      ends: Uint32Array.from({ length: members }, (_, at) => (at + 1) * 8),
      items: Uint32Array.from({ length: members * 8 }, (_, at) => at % 9),
    };
    const keys = Array.from({ length: 9 }, (_, at) => `skill:${at}`);
    const crash = pool.build({ batches: [batch], keys });
    const behind = pool.evaluate(small, [{ rule, known: undefined }]);
    await expect(crash).rejects.toThrow(InternalError);
    await expect(crash).rejects.toThrow('raise ANALYSIS_MEMORY_MB');
    expect(await behind).toHaveLength(1);
    expect(await pool.evaluate(small, [{ rule, known: undefined }])).toHaveLength(1);
  });

  it('tells who waits that the service is stopping', async () => {
    const pool = await createPool();
    const waiting = [pool.mine(large), pool.mine(small)];
    const closed = pool.close();
    for (const one of waiting) {
      await expect(one).rejects.toThrow(ServiceUnavailable);
    }
    await closed;
    await expect(pool.mine(small)).rejects.toThrow(ServiceUnavailable);
  });
});
