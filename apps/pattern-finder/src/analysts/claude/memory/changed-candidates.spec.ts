import { describe, expect, it } from '@jest/globals';
import type { Candidate } from '@warren/contracts';
import { candidatesSeen, changedSince } from './changed-candidates.ts';

/** A candidate by its number, with so many members. */
function candidate(at: number, member_count = 8, basis: Candidate['basis'] = 'beyond_chance'): Candidate {
  const key = `skill:s${at}`;
  return {
    ...{ id: `${at}`.padStart(32, '0'), category: 'skill_cluster', basis, topic: null, member_count },
    rule: { clauses: [{ at_least: 1, of: [key] }] },
    facets: [{ key, label: `s${at}`, in_pattern: member_count, in_community: member_count }],
    statistics: {
      ...{ observed: member_count, share: 0.1, share_low: 0.05, share_high: 0.2, expected: 2, lift: 4 },
      ...{ lift_low: 2, lift_high: 6, p_value: 0.001, q_value: 0.01, tested: 1_000 },
    },
  };
}

const eight = Array.from({ length: 8 }, (_, at) => candidate(at));
const seen = candidatesSeen({ candidates: eight });

describe('the candidates that a later run is told of', () => {
  it('are none where nothing has changed, in whatever order they come', () => {
    expect(changedSince(seen, { candidates: eight.toReversed() })).toEqual({
      told: { candidates: [], more_candidates: 0 },
      seen,
    });
  });

  it('are those that are new, or have another basis or number of members', () => {
    const now = [...eight.slice(3), candidate(0, 9), candidate(1, 8, 'shared'), candidate(20)];
    const { told } = changedSince(seen, { candidates: now })!;
    expect(told.candidates.map(({ id, member_count_then }) => [Number(id), member_count_then])).toEqual([
      [0, 8],
      [1, 8],
      [20, undefined],
    ]);
    expect(told.more_candidates).toBe(0);
  });

  it('are as many as fit, and the rest is counted, and new to the next run too', () => {
    const many = Array.from({ length: 100 }, (_, at) => candidate(at));
    const now = many.map((each) => ({ ...each, member_count: 9 }));
    const first = changedSince(candidatesSeen({ candidates: many }), { candidates: now })!;
    const shown = first.told.candidates.map(({ id }) => id);
    expect(shown.length).toBeGreaterThan(10);
    expect(shown.length + first.told.more_candidates).toBe(100);
    const next = changedSince(first.seen, { candidates: now })!;
    expect(next.told.candidates.length).toBeGreaterThan(10);
    expect(next.told.candidates.filter(({ id }) => shown.includes(id))).toEqual([]);
    expect(next.told.candidates.every(({ member_count_then }) => member_count_then === 8)).toBe(true);
  });

  it('are left to the analysis where more than a quarter of them is new', () => {
    const fresh = [10, 11, 12].map((at) => candidate(at));
    expect(changedSince(seen, { candidates: [...eight, ...fresh.slice(1)] })).toBeDefined();
    expect(changedSince(seen, { candidates: [...eight, ...fresh] })).toBeUndefined();
    expect(changedSince({}, { candidates: eight })).toBeUndefined();
  });
});
