import { describe, expect, it } from '@jest/globals';
import { atLeast, candidateOf, profiles } from '../../test/candidate-of.ts';
import { buildMembership } from '../index.ts';
import { foldNearDuplicates } from './near-duplicates.ts';

const { rows, give } = profiles(60);
give(1, 12, 'skill:a', 'skill:b', 'skill:c');
give(13, 28, 'skill:b', 'skill:c');
give(2, 13, 'skill:d');
give(4, 28, 'skill:f');
give(1, 12, 'skill:e');
give(30, 40, 'skill:a', 'skill:b', 'skill:x');
const membership = buildMembership(rows);
const cluster = (...names: string[]) =>
  candidateOf(membership, 'skill_cluster', atLeast(names.length, ...names.map((name) => `skill:${name}`)));

describe('near duplicates', () => {
  it('are folded into the stronger one, which comes first', () => {
    const [one, other] = [cluster('a', 'b', 'c'), cluster('b', 'c', 'd')];
    expect(foldNearDuplicates([one, other])).toEqual([one]);
    expect(foldNearDuplicates([other, one])).toEqual([other]);
  });

  it('are not candidates with many members outside the stronger one', () => {
    const [strong, wide] = [cluster('a', 'b', 'c'), cluster('b', 'c', 'f')];
    expect(foldNearDuplicates([strong, wide])).toEqual([strong, wide]);
    expect(foldNearDuplicates([wide, strong])).toEqual([wide]);
  });

  it('are not candidates with other members, however similar the facets', () => {
    const [one, other] = [cluster('a', 'b', 'c'), cluster('a', 'b', 'x')];
    expect(foldNearDuplicates([one, other])).toEqual([one, other]);
  });

  it('are not candidates with other facets, however similar the members', () => {
    const [one, other] = [cluster('a', 'b', 'c'), cluster('c', 'e')];
    expect(foldNearDuplicates([one, other])).toEqual([one, other]);
  });

  it('are not sought across categories', () => {
    const one = cluster('a', 'b', 'c');
    const other = { ...cluster('a', 'b'), category: 'community_strength' } as const;
    expect(foldNearDuplicates([one, other])).toEqual([one, other]);
  });
});
