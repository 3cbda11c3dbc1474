import { describe, expect, it } from '@jest/globals';
import { atLeast, candidateOf, profiles } from '../../test/candidate-of.ts';
import { createMiningContext } from '../context/mining-context.ts';
import { buildMembership, evaluateRule } from '../index.ts';
import type { Candidate } from '../index.ts';
import { findCommonGround } from './common-ground.ts';

/** Smiths are members 1–10, tailors ten members from `tailors` on; some of each like boats. */
function community(
  tailors = 11,
  boats: [number, number][] = [
    [1, 5],
    [14, 18],
  ],
) {
  const { rows, give } = profiles(100);
  give(1, 10, 'skill:welding', 'skill:forging');
  give(tailors, tailors + 9, 'skill:sewing', 'skill:dyeing');
  for (const [from, to] of boats) {
    give(from, to, 'interest:boats');
  }
  for (const row of rows) {
    row.facets.push(`skill:own ${row.id % 9}`, `interest:own ${row.id % 8}`);
  }
  return rows;
}

function found(
  rows: { id: number; facets: string[] }[],
  more: Candidate[] = [],
  focus?: ReadonlySet<string>,
) {
  const membership = buildMembership(rows);
  const clusters = [
    ['skill:welding', 'skill:forging'],
    ['skill:sewing', 'skill:dyeing'],
  ].map((skills) => candidateOf(membership, 'skill_cluster', atLeast(2, ...skills)));
  const context = createMiningContext(membership, { minMembers: 3, minLift: 1.2, ...(focus && { focus }) });
  return { membership, candidates: findCommonGround(context, [...clusters, ...more]) };
}

describe('common ground', () => {
  it('is an interest that two clusters have more often than expected, with people to introduce', () => {
    const { candidates, membership } = found(community());
    expect(candidates).toHaveLength(1);
    const [ground] = candidates;
    expect(ground).toMatchObject({ category: 'collaboration_opportunity', basis: 'shared' });
    expect([ground!.sides!.givers, ground!.sides!.seekers].sort((a, b) => a[0]! - b[0]!)).toEqual([
      [1, 2, 3, 4, 5],
      [14, 15, 16, 17, 18],
    ]);
    expect(ground!.member_ids).toHaveLength(10);
    expect(ground!.statistics).toMatchObject({ observed: 10, share: 0.1 });
    // A tenth of all have it, and so would two or three of the twenty people of the two clusters.
    expect(Math.round(ground!.statistics.expected!)).toBe(3);
    expect(ground!.statistics.p_value).toBeLessThan(0.001);
    const { basis, statistics, sides, pairs } = evaluateRule(membership, ground!.rule);
    expect({ basis, statistics, sides, pairs }).toEqual({
      basis: 'shared',
      statistics: ground!.statistics,
      sides: ground!.sides,
      pairs: ground!.pairs,
    });
  });

  it('names in each pair a facet that the giver has and the seeker lacks', () => {
    const { candidates, membership } = found(community());
    const { pairs = [] } = candidates[0]!;
    expect(pairs).toHaveLength(20);
    const carrying = (id: number) => {
      const at = membership.ids.indexOf(id);
      return [...membership.items.subarray(membership.starts[at], membership.starts[at + 1])].map(
        (facet) => membership.facets[facet],
      );
    };
    for (const { giver, seeker, facet, shared } of pairs) {
      expect(carrying(giver)).toContain(facet);
      expect(carrying(seeker)).not.toContain(facet);
      expect(shared).toContain('interest:boats');
    }
  });

  it('is none where the clusters overlap, where one lacks the interest, or where everybody has it', () => {
    expect(found(community(9)).candidates).toEqual([]);
    expect(found(community(11, [[1, 5]])).candidates).toEqual([]);
    expect(found(community(11, [[1, 100]])).candidates).toEqual([]);
    expect(
      found(
        community(11, [
          [1, 3],
          [14, 18],
          [40, 90],
        ]),
      ).candidates,
    ).toEqual([]);
  });

  it('is not sought for a cluster with a skill that somebody looks for', () => {
    const rows = community();
    rows[60]!.facets.push('looking_for:sewing');
    const wish = candidateOf(
      buildMembership(rows),
      'collaboration_opportunity',
      { givers: atLeast(1, 'skill:sewing'), seekers: atLeast(1, 'looking_for:sewing') },
      'wish',
    );
    expect(found(rows, [wish]).candidates).toEqual([]);
    expect(found(rows).candidates).toHaveLength(1);
  });

  it('respects a focus', () => {
    expect(found(community(), [], new Set(['interest:boats'])).candidates).toHaveLength(1);
    expect(found(community(), [], new Set(['skill:other'])).candidates).toEqual([]);
  });
});
