import { describe, expect, it } from '@jest/globals';
import type { Basis, PatternCategory } from '@warren/contracts';
import { firstCandidates } from './first-candidates.ts';

const some = (category: PatternCategory, count: number, basis: Basis = 'shared') =>
  Array.from({ length: count }, (_, at) => ({ category, basis, id: `${category} ${basis} ${at}` }));

describe('firstCandidates', () => {
  it('keeps the first wishes and strengths after any number of clusters', () => {
    const candidates = [
      ...some('skill_cluster', 150),
      ...some('cross_domain', 150),
      ...some('collaboration_opportunity', 40),
      ...some('community_strength', 5),
    ];
    const kept = firstCandidates(candidates);
    expect(kept).toHaveLength(100);
    expect(kept.filter(({ category }) => category === 'collaboration_opportunity')).toEqual(
      some('collaboration_opportunity', 40).slice(0, 12),
    );
    expect(kept.filter(({ category }) => category === 'community_strength')).toHaveLength(5);
    expect(kept).toEqual(candidates.filter((candidate) => kept.includes(candidate)));
  });

  it('keeps the first wishes beside sides that keep apart', () => {
    const apart = some('collaboration_opportunity', 150, 'apart');
    const kept = firstCandidates([...apart, ...some('collaboration_opportunity', 20, 'wish')]);
    expect(kept).toHaveLength(100);
    expect(kept.filter(({ basis }) => basis === 'wish')).toHaveLength(12);
  });

  it('keeps all if there are few', () => {
    expect(firstCandidates(some('skill_cluster', 30))).toHaveLength(30);
  });
});
