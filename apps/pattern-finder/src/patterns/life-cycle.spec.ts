import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { changesSinceReport, difference, stateSinceReport, sumOf } from './life-cycle.ts';
import type { Observed } from './life-cycle.ts';

/** History of a pattern: its members after each observation. */
class Life {
  readonly observations: Observed[] = [];
  members: number[] = [];

  run(runId: number, members: number[], reported = true, holds = true): this {
    return this.observed({ runId, reported, holds }, members);
  }

  evaluated(members: number[], holds = true): this {
    return this.observed({ runId: null, reported: false, holds }, members);
  }

  current(isActive = true) {
    return stateSinceReport({ isActive, memberCount: this.members.length }, this.observations);
  }

  private observed(by: Omit<Observed, 'joined' | 'left'>, members: number[]): this {
    this.observations.push({ ...by, ...difference(this.members, members) });
    this.members = members;
    return this;
  }
}

const four = [1, 2, 3, 4];
const ten = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

/** Members of one list who are not in another, ascending. */
function minus(some: ReadonlySet<number>, others: ReadonlySet<number>): number[] {
  return [...some].filter((id) => !others.has(id)).sort((a, b) => a - b);
}

function areSame(some: ReadonlySet<number>, others: ReadonlySet<number>): boolean {
  return minus(some, others).length + minus(others, some).length === 0;
}

describe('the state of a pattern since its last report', () => {
  it('says that it grew between two runs, whichever evaluated it first', () => {
    const grown = { state: 'reinforced', sinceRunId: 2, joined: ten.slice(4), left: [] };
    const twice = () => new Life().run(1, four).run(2, four);
    expect(twice().evaluated(ten).current()).toEqual(grown);
    expect(twice().evaluated(ten).run(3, ten).current()).toEqual(grown);
    expect(twice().run(3, ten).current()).toEqual(grown);
    expect(new Life().run(1, four).evaluated(ten).run(2, ten).current()).toMatchObject({
      state: 'reinforced',
    });
    expect(twice().evaluated(ten).run(3, ten).run(4, ten).current()).toMatchObject({ state: 'unchanged' });
  });

  it('is new until a second run reports it, and then compares it with the first', () => {
    expect(new Life().run(1, four, false).current()).toMatchObject({ state: 'new', sinceRunId: null });
    expect(new Life().run(1, four).current()).toMatchObject({ state: 'new', sinceRunId: null, joined: [] });
    const more = new Life().run(1, four).evaluated(ten);
    expect(more.current()).toMatchObject({ state: 'new', sinceRunId: 1, joined: ten.slice(4) });
    expect(more.run(2, ten).current()).toMatchObject({ state: 'reinforced', sinceRunId: 1 });
  });

  it('does not depend on runs that failed or were cancelled', () => {
    const life = new Life().run(1, four).run(2, four).run(3, ten, false);
    expect(life.current()).toMatchObject({ state: 'reinforced', sinceRunId: 2, joined: ten.slice(4) });
    expect(life.run(4, ten).current()).toMatchObject({ state: 'reinforced', sinceRunId: 2 });
    expect(life.run(5, ten, false).current()).toMatchObject({ state: 'reinforced', sinceRunId: 2 });
  });

  it('is unchanged if members joined and left again, or left and rejoined', () => {
    const life = new Life().run(1, four).run(2, four).evaluated(ten).evaluated([1, 2]).evaluated(four);
    expect(life.current()).toMatchObject({ state: 'unchanged', sinceRunId: 1, joined: [], left: [] });
  });

  it('is weakened with fewer members, or if more than half of as many are others', () => {
    const of = (members: number[]) => new Life().run(1, four).run(2, four).evaluated(members).current().state;
    expect(of([1, 2, 3])).toBe('weakened');
    expect(of([1, 5, 6, 7])).toBe('weakened');
    expect(of([1, 2, 5, 6])).toBe('unchanged');
  });

  it('is retired while it does not hold or was dismissed, and reactivated once that had been reported', () => {
    const retired = new Life().run(1, four).run(2, [1, 2], true, false);
    expect(retired.current().state).toBe('retired');
    expect(new Life().run(1, four).run(2, four).current(false).state).toBe('retired');
    expect(retired.evaluated(four).current().state).toBe('reactivated');
    expect(retired.run(3, four).current().state).toBe('reactivated');
    expect(retired.run(4, four).current().state).toBe('unchanged');
    const unreported = new Life().run(1, four).run(2, four).evaluated([1], false).evaluated(ten);
    expect(unreported.current()).toMatchObject({ state: 'reinforced', joined: ten.slice(4) });
  });

  it('is the difference from the members at the last run that reported it, in any order of events', () => {
    const members = fc.uniqueArray(fc.integer({ min: 1, max: 9 }), { maxLength: 9 });
    const step = fc.record({
      members: fc.option(members, { nil: undefined, freq: 2 }),
      by: fc.constantFrom('evaluation', 'run', 'failed'),
      holds: fc.boolean(),
    });
    const seen = new Set<string>();
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 25 }), (steps) => {
        const life = new Life();
        const reports: { run: number; members: Set<number>; holds: boolean }[] = [];
        for (const [at, { by, holds, ...step }] of steps.entries()) {
          const now = (step.members ?? life.members).toSorted((a, b) => a - b);
          if (by === 'evaluation') {
            life.evaluated(now, holds);
          } else {
            life.run(at + 1, now, by === 'run', holds);
          }
          if (by === 'run') {
            reports.push({ run: at + 1, members: new Set(now), holds });
          }
        }
        const now = { members: new Set(life.members), holds: steps.at(-1)!.holds };
        const [last, before] = [reports.at(-1), reports.at(-2)];
        const same = last && last.holds === now.holds && areSame(last.members, now.members);
        const then = same ? before : last;
        const joined = then ? minus(now.members, then.members) : [];
        const left = then ? minus(then.members, now.members) : [];
        const current = life.current();
        expect(current).toMatchObject({ sinceRunId: then?.run ?? null, joined, left });
        const expected = !now.holds
          ? 'retired'
          : reports.length < 2
            ? 'new'
            : !then!.holds
              ? 'reactivated'
              : now.members.size > then!.members.size
                ? 'reinforced'
                : now.members.size < then!.members.size || left.length > then!.members.size / 2
                  ? 'weakened'
                  : 'unchanged';
        expect(current.state).toBe(expected);
        seen.add(expected);
        // Observations before the last two reported ones make no difference, and each has the same change.
        const from = life.observations.findIndex(({ runId }) => runId === reports.at(-2)?.run);
        expect(
          stateSinceReport(
            { isActive: true, memberCount: life.members.length },
            life.observations.slice(Math.max(0, from)),
          ),
        ).toEqual(current);
        const shown = changesSinceReport(life.observations).at(-1);
        if (then && (!same || life.observations.at(-1)!.reported)) {
          expect(shown).toEqual({ joined, left });
        }
      }),
      { numRuns: 1_000 },
    );
    expect([...seen].sort()).toEqual([
      'new',
      'reactivated',
      'reinforced',
      'retired',
      'unchanged',
      'weakened',
    ]);
  });
});

describe('changes of a membership', () => {
  it('list who joined and who left between two of them', () => {
    expect(difference([1, 2, 3], [2, 3, 4, 5])).toEqual({ joined: [4, 5], left: [1] });
  });

  it('sum up to one', () => {
    const there = { joined: [4, 5], left: [1] };
    expect(sumOf([there, { joined: [1], left: [5] }])).toEqual({ joined: [4], left: [] });
  });
});
