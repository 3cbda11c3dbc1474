import { describe, expect, it } from '@jest/globals';
import { buildMembership } from '../membership/membership.ts';
import { findDemand } from './demand.ts';

const membership = buildMembership([
  { id: 1, facets: ['looking_for:welding', 'looking_for:piano', 'skill:baking'] },
  { id: 2, facets: ['looking_for:welding', 'skill:welding'] },
  { id: 3, facets: ['skill:welding', 'interest:hiking', 'looking_for:hiking'] },
  { id: 4, facets: ['looking_for:welding', 'interest:hiking'] },
]);

describe('findDemand', () => {
  it('counts seekers, givers and members who are both, the most wanted first', () => {
    expect(findDemand(membership)).toEqual([
      { wish: 'looking_for:welding', answer: 'skill:welding', seekers: 3, givers: 2, both: 1 },
      { wish: 'looking_for:piano', answer: null, seekers: 1, givers: 0, both: 0 },
      { wish: 'looking_for:hiking', answer: 'interest:hiking', seekers: 1, givers: 2, both: 1 },
    ]);
  });

  it('respects a focus and a limit', () => {
    expect(findDemand(membership, new Set(['skill:welding'])).map(({ wish }) => wish)).toEqual([
      'looking_for:welding',
    ]);
    expect(findDemand(membership, undefined, 1)).toHaveLength(1);
  });
});
