import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { DeadlineExceeded, InternalError, ServiceUnavailable } from '@warren/contracts';
import { buildMembership, evaluateRule, mine } from '@warren/mining';
import type { Membership } from '@warren/mining';
import { MiningResults } from '../src/analysis/mining-results.ts';
import type { Community } from '../src/community/community.ts';
import { MiningPool } from '../src/mining/mining-pool.ts';
import { MiningLimits, MiningSettings } from '../src/mining/mining-settings.ts';
import { syntheticMembership } from './made-up.ts';

const settings = new MiningSettings({ q: 0.05, minLift: 1.2, minMembers: 3, people: new Map() });
const rule = { clauses: [{ at_least: 2, of: ['skill:skill 1', 'skill:skill 2', 'interest:interest 3'] }] };
const small = buildMembership(
  Array.from({ length: 40 }, (_, at) => ({
    id: at + 1,
    facets: at % 3 === 0 ? ['skill:a', 'skill:b'] : [`skill:${at}`, 'interest:x'],
  })),
);

describe('mining off the event loop', () => {
  /** Takes seconds to analyse. */
  let large: Membership;
  const pools: MiningPool[] = [];

  beforeAll(() => {
    Logger.overrideLogger(false);
    large = syntheticMembership(100_000);
  });
  afterEach(async () => {
    await Promise.all(pools.splice(0).map((pool) => pool.close()));
  });

  const createPool = async (limits: Partial<MiningLimits> = {}): Promise<MiningPool> => {
    const pool = new MiningPool(
      settings,
      new MiningLimits({ timeoutMs: 60_000, maxWaiting: 8, memoryMb: 512, ...limits }),
    );
    pools.push(pool);
    // Both threads are warm, so that the next requests start at once.
    await Promise.allSettled([pool.mine(small), pool.evaluate(small, [{ rule, known: undefined }])]);
    return pool;
  };
  const evaluateLarge = (pool: MiningPool) => pool.evaluate(large, [{ rule, known: undefined }]);
  const stopping = () => new AbortController();

  it('finds and evaluates the same as mining in this thread', async () => {
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
    const evaluated = await pool.evaluate(small, [...proposed, { rule, known: undefined }]);
    const plain = evaluated.map(({ member_ids, sides, ...rest }) => ({
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

  it('frees its thread soon after an abort, and runs the next analysis', async () => {
    const pool = await createPool();
    const stop = stopping();
    const long = pool.mine(large, undefined, stop.signal);
    // Rules are evaluated concurrently; by then the analysis is running.
    await evaluateLarge(pool);
    const next = pool.mine(small);
    const from = performance.now();
    stop.abort(new Error('nobody wants it'));
    await expect(long).rejects.toThrow('nobody wants it');
    expect((await next).candidates.length).toBeGreaterThan(0);
    // A second, and some slack for a busy machine; the analysis takes several.
    expect(performance.now() - from).toBeLessThan(1_500);
  });

  it('continues an analysis for a second waiter when the first one leaves', async () => {
    const pool = await createPool();
    const results = new MiningResults(pool);
    const community: Community = {
      revision: 1,
      membership: large,
      labels: new Map(),
      untested: new Set<string>(),
      completion: {},
    };
    const [first, second] = [stopping(), stopping()];
    const [left, stayed] = [
      results.analyse(community, undefined, first.signal),
      results.analyse(community, undefined, second.signal),
    ];
    await evaluateLarge(pool);
    first.abort(new Error('the first has gone'));
    await expect(left).rejects.toThrow('the first has gone');
    const analysis = await stayed;
    expect(analysis.candidates.length).toBeGreaterThan(0);
    second.abort(new Error('too late to stop anything'));
    expect(await results.analyse(community)).toBe(analysis);
  });

  it('shares one computation between concurrent requests per revision and focus, and caches the last eight', async () => {
    const results = new MiningResults(await createPool());
    const community = (revision: number): Community => ({
      revision,
      membership: small,
      labels: new Map(),
      untested: new Set<string>(),
      completion: {},
    });
    const [first, same] = await Promise.all([results.analyse(community(1)), results.analyse(community(1))]);
    expect(same).toBe(first);
    expect(await results.analyse(community(2))).not.toBe(first);
    const focused = await results.analyse(community(1), new Set(['skill:b', 'skill:a']));
    expect(focused).not.toBe(first);
    expect(await results.analyse(community(1), new Set(['skill:a', 'skill:b']))).toBe(focused);
    expect(await results.analyse(community(1))).toBe(first);
    for (let revision = 3; revision < 11; revision += 1) {
      await results.analyse(community(revision));
    }
    expect(await results.analyse(community(1))).not.toBe(first);
  });

  it('rejects a request if no slot is free, and accepts one when a slot is free again', async () => {
    const pool = await createPool({ maxWaiting: 1 });
    const stop = stopping();
    const taken = [pool.mine(large, undefined, stop.signal), pool.mine(large, undefined, stop.signal)];
    await expect(pool.mine(small)).rejects.toThrow(ServiceUnavailable);
    await expect(evaluateLarge(pool)).resolves.toHaveLength(1);
    stop.abort(new Error('stopped'));
    expect((await Promise.allSettled(taken)).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect((await pool.mine(small)).tested).toBeGreaterThan(0);
  });

  it('fails after the timeout, says what to change, and runs the next analysis', async () => {
    const pool = await createPool({ timeoutMs: 300 });
    const late = pool.mine(large);
    await expect(late).rejects.toThrow(DeadlineExceeded);
    await expect(late).rejects.toThrow('raise ANALYSIS_TIMEOUT_S');
    expect((await pool.mine(small)).tested).toBeGreaterThan(0);
  });

  it('reports a thread that ran out of memory to its callers, and continues with another', async () => {
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

  it('rejects waiting callers when the service stops', async () => {
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
