import { describe, expect, it } from '@jest/globals';
import type { Candidate } from '@warren/contracts';
import { chooseCandidates } from './choose-candidates.ts';

let made = 0;

function candidate(
  category: Candidate['category'],
  basis: Candidate['basis'],
  facets: string[] = [`x${++made}`, `y${made}`],
  topic: string | null = null,
): Candidate {
  return {
    id: facets.join('+'),
    category,
    basis,
    topic,
    rule: { clauses: [{ at_least: 1, of: facets.map((name) => `skill:${name}`) }] },
    facets: facets.map((name) => ({ key: `skill:${name}`, label: name, in_pattern: 5, in_community: 9 })),
    member_count: 5,
    statistics: {
      observed: 5,
      share: 0.1,
      share_low: 0,
      share_high: 1,
      expected: 1,
      lift: 5,
      lift_low: 2,
      lift_high: 9,
      p_value: 0.001,
      q_value: 0.01,
      tested: 9,
    },
  };
}

const many = (count: number, category: Candidate['category'], basis: Candidate['basis']): Candidate[] =>
  Array.from({ length: count }, () => candidate(category, basis));

describe('the statistical analyst’s choice', () => {
  it('is ten at most, and no category crowds out another', () => {
    const chosen = chooseCandidates([
      ...many(20, 'skill_cluster', 'beyond_chance'),
      ...many(3, 'interest_theme', 'beyond_chance'),
    ]);
    expect(chosen).toHaveLength(10);
    expect(chosen.filter(({ category }) => category === 'interest_theme')).toHaveLength(3);
  });

  it('adds shared candidates only to fill up to six', () => {
    const shared = many(9, 'skill_cluster', 'shared');
    expect(chooseCandidates([...many(4, 'skill_cluster', 'beyond_chance'), ...shared])).toHaveLength(6);
    expect(chooseCandidates([...many(7, 'skill_cluster', 'beyond_chance'), ...shared])).toHaveLength(7);
  });

  it('leaves out a candidate that overlaps a better one of its category', () => {
    const better = candidate('skill_cluster', 'beyond_chance', ['a', 'b', 'c']);
    const overlapping = candidate('skill_cluster', 'beyond_chance', ['b', 'c', 'd']);
    expect(chooseCandidates([better, overlapping])).toEqual([better]);
  });

  it('has room for wishes, swaps and groups that keep apart, though all are collaborations', () => {
    const all = [
      ...many(20, 'collaboration_opportunity', 'apart'),
      ...many(20, 'collaboration_opportunity', 'wish'),
      ...many(20, 'collaboration_opportunity', 'swap'),
    ];
    const chosen = chooseCandidates(all);
    for (const basis of ['apart', 'wish', 'swap']) {
      expect(chosen.filter((candidate) => candidate.basis === basis).length).toBeGreaterThanOrEqual(3);
    }
  });

  it('names two strengths at most', () => {
    expect(chooseCandidates(many(5, 'community_strength', 'share'))).toHaveLength(2);
  });

  it('leaves out, in any category, a candidate mostly about the facets of a better one', () => {
    const cluster = candidate('skill_cluster', 'beyond_chance', ['a', 'b', 'c']);
    const strength = candidate('community_strength', 'share', ['a', 'b', 'c']);
    const part = candidate('cross_domain', 'beyond_chance', ['a', 'b', 'z']);
    const meeting = candidate('cross_domain', 'beyond_chance', ['c', 'y']);
    expect(chooseCandidates([cluster, strength, part, meeting])).toEqual([cluster, meeting]);
  });

  it('lets at most two patterns have a facet in common', () => {
    const about = ['u', 'v', 'w'].map((other) =>
      candidate('cross_domain', 'beyond_chance', ['a', other, `${other}2`]),
    );
    expect(chooseCandidates(about)).toEqual(about.slice(0, 2));
  });

  it('lets candidates of different topics have more in common', () => {
    const graphics = candidate('skill_cluster', 'beyond_chance', ['a', 'b', 'c', 'd', 'e'], 'Graphics');
    const maps = candidate('skill_cluster', 'beyond_chance', ['a', 'b', 'c', 'x', 'y'], 'Maps');
    expect(chooseCandidates([graphics, maps])).toEqual([graphics, maps]);
    expect(chooseCandidates([graphics, { ...maps, topic: null }])).toEqual([graphics]);
    expect(chooseCandidates([graphics, { ...maps, topic: 'Graphics' }])).toEqual([graphics]);
  });
});
