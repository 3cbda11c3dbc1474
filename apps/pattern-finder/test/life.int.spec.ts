import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EntityManager } from '@mikro-orm/postgresql';
import fc from 'fast-check';
import type { Pattern, RunStatus } from '@warren/contracts';
import { Outbox } from '@warren/messaging';
import { MemberEraser } from '../src/erasure/member-eraser.ts';
import { evidenceOfQuotes } from '../src/evidence/measured-evidence.ts';
import { PatternStore } from '../src/patterns/pattern-store.ts';
import { PatternRow } from '../src/patterns/pattern.entity.ts';
import { PatternsService } from '../src/patterns/patterns.service.ts';
import { endRun } from '../src/run-state/end-run.ts';
import { RunRow } from '../src/run-state/run.entity.ts';
import { RunsService } from '../src/runs/runs.service.ts';
import { startFinder } from './support.ts';
import type { Finder } from './support.ts';

/** Members of one list who are not in another, ascending. */
function minus(some: ReadonlySet<number>, others: ReadonlySet<number>): number[] {
  return [...some].filter((id) => !others.has(id)).sort((a, b) => a - b);
}

function areSame(some: ReadonlySet<number>, others: ReadonlySet<number>): boolean {
  return minus(some, others).length + minus(others, some).length === 0;
}

describe('the life of a pattern, as listed, shown and in its history', () => {
  let finder: Finder;
  let names = 0;

  beforeAll(async () => {
    finder = await startFinder({ PATTERN_FINDER_ROLE: 'api', WORKER_TIMEOUT_MS: '24000' });
  });

  afterAll(async () => finder.stop());

  const em = (): EntityManager => finder.app.get(EntityManager).fork();
  const store = (): PatternStore => finder.app.get(PatternStore);
  const service = (): PatternsService => finder.app.get(PatternsService);

  function evidence(name: string, members: readonly number[]) {
    const quotes = members.map((member_id) => ({ member_id, field: 'bio' as const, quote: `${name} it is` }));
    return { ...evidenceOfQuotes(quotes, 1_000, 0), fingerprint: name };
  }

  async function newRun(): Promise<number> {
    const runs = finder.app.get(RunsService);
    return (await runs.create({ kind: 'discover', focus_areas: [], waits: false })).id;
  }

  async function end(runId: number, status: RunStatus): Promise<void> {
    await em().transactional(async (tx) =>
      endRun(tx, finder.app.get(Outbox), await tx.findOneOrFail(RunRow, runId), status, null),
    );
  }

  async function found(members: readonly number[], runId: number): Promise<number> {
    const name = `Pattern ${(names += 1)}`;
    const words = {
      name,
      description: 'They belong together.',
      category: 'skill_cluster' as const,
      questionPrompts: ['What brought you to it?', 'Who taught you?'],
    };
    const author = { analyst: 'statistical', runId };
    const made = await em().transactional(async (tx) =>
      store().create(tx, words, evidence(name, members), author, []),
    );
    return made.id;
  }

  async function evaluate(
    id: number,
    members: readonly number[],
    runId: number | null,
    holds = true,
  ): Promise<void> {
    await em().transactional(async (tx) => {
      const row = await tx.findOneOrFail(PatternRow, id);
      await store().recordEvaluation(
        tx,
        row,
        { ...evidence(row.fingerprint, members), holds },
        { analyst: 'statistical', runId },
        [],
      );
    });
  }

  /** The pattern as listed, after checking that all other replies agree. */
  async function shown(id: number): Promise<Pattern & { joined: number[]; left: number[] }> {
    const { patterns } = await service().list({ is_active: 'all', held: 'false' });
    const pattern = patterns.find((some) => some.id === id)!;
    expect(await service().get(id)).toEqual(pattern);
    const { since_run_id, joined, left } = await service().history(id);
    expect([since_run_id, joined.length, left.length]).toEqual([
      pattern.since_run_id,
      pattern.joined_count,
      pattern.left_count,
    ]);
    expect(pattern.member_change).toBe(since_run_id === null ? null : joined.length - left.length);
    return { ...pattern, joined, left };
  }

  it('says that it grew between two runs, whichever evaluated it first, until a further run has reported', async () => {
    const first = await newRun();
    const id = await found([1, 2, 3, 4], first);
    expect(await shown(id)).toMatchObject({ state: 'new', since_run_id: null, member_change: null });
    await end(first, 'succeeded');
    expect(await shown(id)).toMatchObject({ state: 'new', since_run_id: null, member_change: null });
    await evaluate(id, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10], null);
    expect(await shown(id)).toMatchObject({ state: 'new', since_run_id: first, member_change: 6 });
    const second = await newRun();
    await evaluate(id, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10], second);
    await end(second, 'succeeded');
    const grown = {
      state: 'reinforced',
      since_run_id: first,
      member_change: 6,
      joined: [5, 6, 7, 8, 9, 10],
      left: [],
    };
    expect(await shown(id)).toMatchObject(grown);
    const { observations } = await service().history(id);
    expect(observations.map(({ run_id, joined }) => [run_id, joined.length])).toEqual([
      [second, 6],
      [null, 6],
      [first, 4],
    ]);
    for (const status of ['failed', 'cancelled', 'parked'] as const) {
      const run = await newRun();
      await evaluate(id, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10], run);
      await end(run, status);
      expect(await shown(id)).toMatchObject(grown);
    }
    const third = await newRun();
    await evaluate(id, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10], third);
    expect(await shown(id)).toMatchObject(grown);
    await end(third, 'budget_exhausted');
    expect(await shown(id)).toMatchObject({ state: 'unchanged', since_run_id: second, member_change: 0 });
  });

  it('counts erased members neither then nor now', async () => {
    const first = await newRun();
    const id = await found([21, 22, 23, 24], first);
    await end(first, 'succeeded');
    const second = await newRun();
    await evaluate(id, [21, 22, 23, 24], second);
    await end(second, 'succeeded');
    await evaluate(id, [21, 22, 23, 24, 25, 26], null);
    await finder.app.get(MemberEraser).erase([25, 24]);
    const pattern = { state: 'reinforced', since_run_id: second, joined: [26], left: [], member_change: 1 };
    expect(await shown(id)).toMatchObject({ ...pattern, related_member_ids: [21, 22, 23, 26] });
    await evaluate(id, [21, 22, 23], null);
    expect(await shown(id)).toMatchObject({ state: 'unchanged', since_run_id: first, joined: [], left: [] });
  });

  it('is reactivated by a run that finds it after a refresh reported that it does not hold', async () => {
    const [first, refresh] = [await newRun(), await newRun()];
    const id = await found([31, 32, 33], first);
    await end(first, 'succeeded');
    await evaluate(id, [31], null, false);
    expect(await shown(id)).toMatchObject({ is_active: false, state: 'retired' });
    const { version } = await service().get(id);
    await evaluate(id, [31, 39], refresh, false);
    await end(refresh, 'succeeded');
    expect(await shown(id)).toMatchObject({ state: 'retired', version, related_member_ids: [31] });
    await evaluate(id, [31, 32, 33], null);
    expect(await shown(id)).toMatchObject({ state: 'reactivated', since_run_id: refresh, joined: [32, 33] });
  });

  it('keeps members and their numbers while it does not hold, and claims nothing', async () => {
    const [first, refresh, again] = [await newRun(), await newRun(), await newRun()];
    const id = await found([41, 42, 43], first);
    await end(first, 'succeeded');
    expect(await shown(id)).toMatchObject({ holds: true, description: 'They belong together.' });
    await evaluate(id, [41], null, false);
    const retired = await shown(id);
    expect(retired).toMatchObject({
      holds: false,
      member_count: 1,
      evidence: { statistics: { observed: 1 } },
    });
    expect(retired.description).toBe('They belong together. It holds no more.');
    await evaluate(id, [41, 49], refresh, false);
    await end(refresh, 'succeeded');
    expect(await shown(id)).toMatchObject({
      ...{ holds: false, version: retired.version, member_count: 1, evidence: retired.evidence },
    });
    // Numbers of an earlier version for the same members are corrected.
    await em().transactional(async (tx) => {
      const row = await tx.findOneOrFail(PatternRow, id);
      row.evidence = { ...row.evidence, statistics: { ...row.evidence.statistics, share: 0.9 } };
    });
    await evaluate(id, [41], again, false);
    await end(again, 'succeeded');
    expect(await shown(id)).toMatchObject({ version: retired.version, evidence: retired.evidence });
    const { observations, versions } = await service().history(id);
    expect(observations.map(({ member_count, statistics }) => [member_count, statistics.observed])).toEqual([
      ...[
        [1, 1],
        [1, 1],
        [1, 1],
        [3, 3],
      ],
    ]);
    expect(versions.map(({ change, description }) => [change, description])).toEqual([
      ['retired', 'They belong together. It holds no more.'],
      ['created', 'They belong together.'],
    ]);
    await evaluate(id, [41, 42, 43], null);
    expect(await shown(id)).toMatchObject({ holds: true, description: 'They belong together.' });
    await service().patch(id, { is_active: false });
    expect(await shown(id)).toMatchObject({
      is_active: false,
      holds: true,
      description: 'They belong together.',
    });
  });

  it('is the difference from the members at the last run that reported, in any order', async () => {
    const members = fc.uniqueArray(fc.integer({ min: 100, max: 108 }), { maxLength: 9 });
    const step = fc.oneof(
      {
        weight: 3,
        arbitrary: fc.record({ kind: fc.constant('measured' as const), members, holds: fc.boolean() }),
      },
      {
        weight: 5,
        arbitrary: fc.record({
          kind: fc.constant('ran' as const),
          run: fc.nat(1),
          members: fc.option(members, { nil: undefined }),
        }),
      },
      {
        weight: 3,
        arbitrary: fc.record({
          kind: fc.constant('ended' as const),
          run: fc.nat(1),
          as: fc.constantFrom<RunStatus>('succeeded', 'budget_exhausted', 'failed'),
        }),
      },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 14 }), async (steps) => {
        const firstRun = await newRun();
        const id = await found([100, 101, 102], firstRun);
        await end(firstRun, 'succeeded');
        let now = { members: new Set([100, 101, 102]), holds: true };
        // Two concurrent runs: what each evaluated last, and when; reported if it succeeded.
        const open = [await newRun(), await newRun()];
        const observed = new Map<number, { at: number; members: Set<number>; holds: boolean }>();
        const reports = [{ run: firstRun, at: -1, ...now }];
        for (const [at, some] of steps.entries()) {
          if (some.kind === 'ended') {
            const run = open[some.run]!;
            await end(run, some.as);
            const last = observed.get(run);
            if (last && some.as !== 'failed') {
              reports.push({ run, ...last });
            }
            open[some.run] = await newRun();
            continue;
          }
          const next = (some.members ?? [...now.members]).toSorted((a, b) => a - b);
          const holds = some.kind === 'ran' ? true : some.holds;
          await evaluate(id, next, some.kind === 'ran' ? open[some.run]! : null, holds);
          // A retired pattern keeps its members until it holds again.
          if (now.holds || holds) {
            now = { members: new Set(next), holds };
          }
          if (some.kind === 'ran') {
            observed.set(open[some.run]!, { at, ...now });
          }
        }
        const [last, before] = reports.sort((a, b) => b.at - a.at);
        const same = last!.holds === now.holds && areSame(last!.members, now.members);
        const then = same ? before : last;
        const pattern = await shown(id);
        expect(pattern).toMatchObject({
          since_run_id: then?.run ?? null,
          joined: then ? minus(now.members, then.members) : [],
          left: then ? minus(then.members, now.members) : [],
          member_count: now.members.size,
        });
        expect(pattern.state === 'retired').toBe(!now.holds);
      }),
      { numRuns: 12 },
    );
  }, 60_000);
});
