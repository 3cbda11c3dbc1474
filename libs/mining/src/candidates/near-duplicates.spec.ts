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
    expect(foldNearDuplicates(membership, [one, other])).toEqual([one]);
    expect(foldNearDuplicates(membership, [other, one])).toEqual([other]);
  });

  it('are not candidates with many members outside the stronger one', () => {
    const [strong, wide] = [cluster('a', 'b', 'c'), cluster('b', 'c', 'f')];
    expect(foldNearDuplicates(membership, [strong, wide])).toEqual([strong, wide]);
    expect(foldNearDuplicates(membership, [wide, strong])).toEqual([wide]);
  });

  it('are not candidates with other members, however similar the facets', () => {
    const [one, other] = [cluster('a', 'b', 'c'), cluster('a', 'b', 'x')];
    expect(foldNearDuplicates(membership, [one, other])).toEqual([one, other]);
  });

  it('are not candidates with other facets, however similar the members', () => {
    const [one, other] = [cluster('a', 'b', 'c'), cluster('c', 'e')];
    expect(foldNearDuplicates(membership, [one, other])).toEqual([one, other]);
  });

  it('are candidates with the same members whose other labels those members share', () => {
    const weaving = profiles(60);
    weaving.give(1, 13, 'location:lima', 'trait:peru', 'trait:south america');
    weaving.give(1, 9, 'skill:weaving');
    weaving.give(14, 40, 'location:leeds', 'trait:europe');
    weaving.give(41, 60, 'location:kassel', 'trait:europe');
    const places = buildMembership(weaving.rows);
    const about = (...keys: string[]) => candidateOf(places, 'cross_domain', atLeast(keys.length, ...keys));
    const country = about('skill:weaving', 'trait:peru', 'trait:south america');
    const town = about('skill:weaving', 'location:lima');
    expect(foldNearDuplicates(places, [country, town])).toEqual([country]);
    expect(foldNearDuplicates(places, [town, country])).toEqual([town]);
    const leeds = about('location:leeds', 'trait:europe');
    expect(foldNearDuplicates(places, [town, leeds])).toEqual([town, leeds]);
  });

  it('are not sought across categories', () => {
    const one = cluster('a', 'b', 'c');
    const other = { ...cluster('a', 'b'), category: 'community_strength' } as const;
    expect(foldNearDuplicates(membership, [one, other])).toEqual([one, other]);
  });
});
