import { describe, expect, it } from '@jest/globals';
import type { Pattern } from '@warren/contracts';
import { PatternsSearch, forViewers, isNarrowed, shown } from './search.ts';

function pattern(id: number, change: Partial<Pattern> = {}): Pattern {
  const none = { expected: null, lift: null, lift_high: null, p_value: null, q_value: null, tested: null };
  return {
    id,
    name: `Pattern ${id}`,
    description: 'What it is about.',
    category: 'skill_cluster',
    member_count: id,
    related_member_ids: [],
    evidence: {
      basis: 'share',
      facets: [],
      statistics: { observed: id, share: 0.1, share_low: 0, share_high: 1, lift_low: null, ...none },
    },
    question_prompts: [],
    is_active: true,
    holds: true,
    held: null,
    dismissed_because: null,
    reading: null,
    published: true,
    created_at: '2026-01-01T00:00:00Z',
    updated_at: `2026-01-0${id}T00:00:00Z`,
    version: 1,
    state: 'new',
    since_run_id: null,
    member_change: null,
    joined_count: 0,
    left_count: 0,
    pinned: false,
    analyst: 'statistical',
    run_id: 1,
    ...change,
  };
}

const ids = (patterns: readonly Pattern[]): number[] => patterns.map(({ id }) => id);

describe('shown', () => {
  const all = [
    pattern(1),
    pattern(2, { state: 'retired', category: 'cross_domain' }),
    pattern(3, { pinned: true }),
  ];

  it('puts pinned patterns first, then those with most members', () => {
    expect(ids(shown([pattern(4), ...all], {}, undefined))).toEqual([3, 4, 2, 1]);
  });

  it('filters by category, state and run', () => {
    expect(ids(shown(all, { category: 'cross_domain' }, undefined))).toEqual([2]);
    expect(ids(shown(all, { state: 'retired' }, undefined))).toEqual([2]);
    expect(ids(shown(all, {}, new Set([1])))).toEqual([1]);
  });

  it('sorts by name and by the latest change', () => {
    const named = [pattern(1, { name: 'B' }), pattern(2, { name: 'a' })];
    expect(ids(shown(named, { sort: 'name' }, undefined))).toEqual([2, 1]);
    expect(ids(shown(named, { sort: 'latest' }, undefined))).toEqual([2, 1]);
  });
});

describe('forViewers', () => {
  it('drops the filters that viewers are refused, or that would hide all from them', () => {
    expect(forViewers({ category: 'cross_domain', state: 'all', sort: 'name' })).toEqual({
      category: 'cross_domain',
      state: 'all',
      sort: 'name',
    });
    expect(isNarrowed(forViewers({ q: 'tea', member: 7, run: 1 }))).toBe(false);
  });
});

describe('PatternsSearch', () => {
  it('drops invalid parameters of the address', () => {
    expect(
      PatternsSearch.parse({ q: 'tea', category: 'nothing', member: 'x', run: 3, state: 'all' }),
    ).toEqual({
      q: 'tea',
      run: 3,
      state: 'all',
    });
  });

  it('takes a search for digits, which the router reads as a number', () => {
    expect([2026, true, 'tea'].map((q) => PatternsSearch.parse({ q }).q)).toEqual(['2026', 'true', 'tea']);
  });
});
