import { describe, expect, it } from '@jest/globals';
import { unevenProfiles } from '../../test/communities.ts';
import { createRandom } from '../../test/random.ts';
import { createMiningContext } from '../context/mining-context.ts';
import { buildMembership, evaluateRule } from '../index.ts';
import type { Membership } from '../index.ts';
import { facetIndex } from '../membership/membership.ts';
import { chanceOfAtLeast } from '../null-model/rule-chance.ts';
import { testRule } from '../significance/test-rule.ts';
import { joinHubs } from './hubs.ts';

/** 300 members with a random background, and one group of 15 after the other that lists one of the sets. */
function community(...sets: string[][]): Membership {
  const random = createRandom(5);
  const background = [unevenProfiles(random, 300, 40, 4), unevenProfiles(random, 300, 40, 4)];
  return buildMembership(
    Array.from({ length: 300 }, (_, at) => ({
      id: at + 1,
      facets: [
        ...[...background[0]![at]!].map((facet) => `skill:s${facet}`),
        ...[...background[1]![at]!].map((facet) => `interest:i${facet}`),
        ...(sets[Math.floor(at / 15)] ?? []),
      ],
    })),
  );
}

function join(membership: Membership, sets: string[][]) {
  const scope = { kinds: ['interest', 'skill'], largest: 4 } as const;
  const options = { minLift: 1.2, minMembers: 3 };
  const context = { ...createMiningContext(membership, options, [scope]), familyCount: 10 };
  const family = context.testFamilies[0]!;
  const findings = sets.map((keys) => {
    const facets = keys.map((key) => facetIndex(membership, key)).sort((a, b) => a - b);
    const k = facets.length;
    const observed = context.counting.atLeast(facets, k).length;
    const chances = chanceOfAtLeast(family.classes, facets, k);
    return { ...testRule(context, { family, facets, k, observed }, chances), q: 0.01 };
  });
  return joinHubs(context, findings);
}

describe('sets across kinds', () => {
  it('with one facet in common are joined from three sets on: that facet and at least one of its partners', () => {
    const sets = ['skill:x', 'skill:y', 'skill:z'].map((skill) => ['interest:hub', skill]);
    const { hubs, rest } = join(community(...sets), sets);
    expect(rest).toEqual([]);
    expect(hubs).toMatchObject([
      {
        category: 'cross_domain',
        rule: {
          clauses: [
            { at_least: 1, of: ['interest:hub'] },
            { at_least: 1, of: ['skill:x', 'skill:y', 'skill:z'] },
          ],
        },
        statistics: { q_value: 0.01 },
      },
    ]);
    expect(hubs[0]!.member_ids.length).toBeGreaterThanOrEqual(45);
    const two = sets.slice(0, 2);
    expect(join(community(...two), two).hubs).toEqual([]);
  });

  it('with a theme in common are joined from two sets on: that theme and its partners', () => {
    const sets = ['skill:x', 'skill:y'].map((skill) => ['interest:p', 'interest:q', skill]);
    const { hubs, rest } = join(community(...sets), sets);
    expect(rest).toEqual([]);
    expect(hubs[0]!.rule).toEqual({
      clauses: [
        { at_least: 2, of: ['interest:p', 'interest:q'] },
        { at_least: 1, of: ['skill:x', 'skill:y'] },
      ],
    });
  });

  it('are joined with as many partners as the smallest of them has', () => {
    const sets = [
      ['skill:a', 'skill:b'],
      ['skill:b', 'skill:c'],
      ['skill:c', 'skill:d'],
    ].map((skills) => ['interest:hub', ...skills]);
    const { hubs } = join(community(...sets), sets);
    expect(hubs[0]!.rule).toMatchObject({ clauses: [{ at_least: 1 }, { at_least: 2 }] });
  });

  it('have the statistics that evaluating their rule gives', () => {
    const large = [
      ['skill:a', 'skill:b'],
      ['skill:b', 'skill:c'],
    ].map((skills) => ['interest:p', 'interest:q', ...skills]);
    const small = ['skill:x', 'skill:y', 'skill:z'].map((skill) => ['interest:hub', skill]);
    for (const sets of [large, small]) {
      const membership = community(...sets);
      const [hub] = join(membership, sets).hubs;
      const { member_ids, statistics } = evaluateRule(membership, hub!.rule);
      expect(member_ids).toEqual(hub!.member_ids);
      expect(statistics.expected).toBeCloseTo(hub!.statistics.expected!, 6);
    }
  });

  it('are not joined where they have nothing in common', () => {
    const sets = [
      ['interest:p', 'skill:x'],
      ['interest:q', 'skill:y'],
      ['interest:r', 'skill:z'],
    ];
    const { hubs, rest } = join(community(...sets), sets);
    expect(hubs).toEqual([]);
    expect(rest).toHaveLength(3);
  });

  it('are not joined where hub and partners as wholes do not overlap beyond chance', () => {
    const sets = ['skill:x', 'skill:y', 'skill:z'].map((skill) => ['interest:hub', skill]);
    const apart = community(['interest:hub'], ['skill:x'], ['skill:y'], ['skill:z']);
    const { hubs, rest } = join(apart, sets);
    expect(hubs).toEqual([]);
    expect(rest).toHaveLength(3);
  });
});
