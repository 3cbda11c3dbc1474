import { describe, expect, it } from '@jest/globals';
import { atLeast, candidateOf } from '../../test/candidate-of.ts';
import { unevenProfiles } from '../../test/communities.ts';
import { createRandom, sample } from '../../test/random.ts';
import { createMiningContext } from '../context/mining-context.ts';
import { buildMembership, evaluateRule } from '../index.ts';
import type { Candidate, Membership } from '../index.ts';
import { testOverlap } from '../significance/cluster-overlap.ts';
import { findCrossClusterOverlaps } from './cross-cluster-overlaps.ts';

/** The overlaps found among some candidates, where the error is shared among ten families of tests. */
const overlapsOf = (membership: Membership, candidates: readonly Candidate[]) => {
  const context = createMiningContext(membership, { q: 0.05, minLift: 1.2, minMembers: 3 });
  return findCrossClusterOverlaps({ ...context, familyCount: 10 }, candidates);
};

const skills = [20, 21, 22, 23].map((facet) => `skill:s${facet}`);
const interests = [30, 31, 32, 33].map((facet) => `interest:i${facet}`);

/** 300 members, 30 of them in a strong cluster of skills, 30 in a strong theme, `both` of them in both. */
function community(seed: number, both: number): Membership {
  const random = createRandom(seed);
  const [skillful, keen] = [unevenProfiles(random, 300, 60, 6), unevenProfiles(random, 300, 60, 6)];
  const drawn = sample(random, 300, 60);
  for (const at of drawn.slice(0, 30)) {
    for (const facet of [20, 21, 22, 23]) {
      skillful[at]!.add(facet);
    }
  }
  for (const at of drawn.slice(30 - both, 60 - both)) {
    for (const facet of [30, 31, 32, 33]) {
      keen[at]!.add(facet);
    }
  }
  return buildMembership(
    skillful.map((listed, at) => ({
      id: at + 1,
      facets: [
        ...[...listed].map((facet) => `skill:s${facet}`),
        ...[...keen[at]!].map((facet) => `interest:i${facet}`),
      ],
    })),
  );
}

function clusters(membership: Membership): Candidate[] {
  return [
    candidateOf(membership, 'skill_cluster', atLeast(3, ...skills)),
    candidateOf(membership, 'interest_theme', atLeast(3, ...interests)),
  ];
}

describe('clusters of two kinds', () => {
  it('are reported as one candidate where they overlap in more members than both margins explain', () => {
    const membership = community(1, 16);
    const [overlap, ...more] = overlapsOf(membership, clusters(membership));
    expect(more).toEqual([]);
    expect(overlap).toMatchObject({
      category: 'cross_domain',
      basis: 'beyond_chance',
      rule: {
        clauses: [
          { at_least: 3, of: interests },
          { at_least: 3, of: skills },
        ],
      },
    });
    expect(overlap!.member_ids.length).toBe(overlap!.statistics.observed);
    expect(overlap!.statistics).toMatchObject({ tested: 1, q_value: overlap!.statistics.p_value! * 10 });
  });

  it('do not lend their strength to an overlap', () => {
    let rejected = 0;
    for (let seed = 1; seed <= 60; seed++) {
      const membership = community(seed, 3);
      expect(overlapsOf(membership, clusters(membership))).toEqual([]);
      const { p } = testOverlap(membership, { at_least: 3, of: interests }, { at_least: 3, of: skills })!;
      if (p <= 0.05) {
        rejected++;
      }
    }
    // Three in both is the number expected of 30 and 30 among 300.
    expect(rejected).toBeLessThanOrEqual(6);
  });

  it('are not reported where a candidate with a facet of each covers their overlap already', () => {
    const membership = community(1, 16);
    const known = candidateOf(membership, 'cross_domain', {
      clauses: [
        { at_least: 1, of: [interests[0]!] },
        { at_least: 1, of: [skills[0]!] },
      ],
    });
    const all = [...clusters(membership), known];
    expect(overlapsOf(membership, all)).toEqual([]);
    const elsewhere = { ...known, facets: known.facets.slice(0, 1) };
    expect(overlapsOf(membership, [...clusters(membership), elsewhere])).toHaveLength(1);
  });

  it('are not tested where they name the same things', () => {
    const membership = community(1, 16);
    const renamed = buildMembership(
      [...membership.ids].map((id, at) => ({
        id,
        facets: [...membership.items.subarray(membership.starts[at], membership.starts[at + 1])]
          .map((facet) => membership.facets[facet]!)
          .map((key) =>
            key === skills[0] ? 'skill:weaving' : key === interests[0] ? 'interest:weavers' : key,
          ),
      })),
    );
    const same = [
      candidateOf(renamed, 'skill_cluster', atLeast(3, 'skill:weaving', ...skills.slice(1))),
      candidateOf(renamed, 'interest_theme', atLeast(3, 'interest:weavers', ...interests.slice(1))),
    ];
    expect(overlapsOf(renamed, same)).toEqual([]);
  });

  it('have the same expected overlap when their rule is evaluated', () => {
    const membership = community(1, 16);
    const [overlap] = overlapsOf(membership, clusters(membership));
    const { statistics, basis } = evaluateRule(membership, overlap!.rule);
    expect(statistics.expected).toBe(overlap!.statistics.expected);
    expect(statistics.p_value).toBe(overlap!.statistics.p_value);
    expect(basis).not.toBeNull();
  });
});
