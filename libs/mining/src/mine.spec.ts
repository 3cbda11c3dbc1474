import { describe, expect, it } from '@jest/globals';
import { asMembers, curveball, plant, roleProfiles, unevenProfiles } from '../test/communities.ts';
import { createRandom } from '../test/random.ts';
import { buildMembership, evaluateRule, membersOfRule, mine } from './index.ts';
import type { MemberFacets } from './index.ts';

function plantedCommunity(seed: number, members = 120): { rows: MemberFacets[]; groups: string[][] } {
  const random = createRandom(seed);
  const profiles = unevenProfiles(random, members, 120, 7);
  const planting = { groups: 8, members: 12, leastFacets: 4, mostFacets: 4, listing: 0.9 };
  const groups = plant(random, profiles, 120, planting).map((group) =>
    group.map((facet) => `skill:s${facet}`),
  );
  return { rows: asMembers(profiles), groups };
}

const beyond = (rows: readonly MemberFacets[]) =>
  mine(buildMembership(rows)).candidates.filter(({ basis }) => basis === 'beyond_chance');

describe('mine', () => {
  it('finds at least six of eight groups of twelve who share four facets among 120 members', () => {
    for (const seed of [41, 42, 43]) {
      const { rows, groups } = plantedCommunity(seed);
      const found = beyond(rows).map(({ facets }) => facets.map(({ key }) => key));
      const met = groups.filter((group) =>
        found.some((keys) => group.filter((key) => keys.includes(key)).length >= 3),
      );
      expect(met.length).toBeGreaterThanOrEqual(6);
      expect(found.length).toBeGreaterThanOrEqual(6);
    }
  });

  it('gives every candidate the result of evaluating its rule', () => {
    const { rows } = plantedCommunity(46);
    const membership = buildMembership(rows);
    const result = mine(membership);
    expect(result.candidates.length).toBeGreaterThan(6);
    for (const candidate of result.candidates) {
      const evaluation = evaluateRule(membership, candidate.rule, { result });
      expect(evaluation.member_ids).toEqual(candidate.member_ids);
      expect(membersOfRule(membership, candidate.rule)).toEqual(candidate.member_ids);
      expect(evaluation.statistics).toEqual(candidate.statistics);
      expect(evaluation.facets).toEqual(candidate.facets);
      expect(evaluation.bases).toContain(candidate.basis);
      const afresh = evaluateRule(membership, candidate.rule);
      if (candidate.statistics.expected !== null) {
        expect(afresh.statistics.expected).toBeCloseTo(candidate.statistics.expected, 6);
      }
    }
  });

  it('reports each rule once, and the shared ones last', () => {
    const { candidates } = mine(buildMembership(plantedCommunity(47).rows));
    expect(new Set(candidates.map(({ id }) => id)).size).toBe(candidates.length);
    const firstShared = candidates.findIndex(({ basis }) => basis === 'shared');
    expect(firstShared).toBeGreaterThan(0);
    expect(candidates.slice(firstShared).every(({ basis }) => basis === 'shared')).toBe(true);
    expect(candidates.length - firstShared).toBeLessThanOrEqual(20);
  });

  it('finds nothing beyond chance where members only differ in how much they list', () => {
    let affected = 0;
    for (let seed = 1; seed <= 20; seed++) {
      const random = createRandom(seed);
      const profiles =
        seed % 2 === 0 ? unevenProfiles(random, 200, 120, 8) : roleProfiles(random, 200, 120, 8);
      if (beyond(asMembers(curveball(random, profiles))).length > 0) {
        affected++;
      }
    }
    expect(affected).toBeLessThanOrEqual(2);
  });

  it('covers every pair that is far beyond chance by some candidate', () => {
    const { rows } = plantedCommunity(50, 200);
    const membership = buildMembership(rows);
    const { candidates, families } = mine(membership);
    const reported = candidates.filter(({ basis }) => basis === 'beyond_chance');
    const listed = membership.facets.filter(
      (key) => rows.filter(({ facets }) => facets.includes(key)).length >= 10,
    );
    let far = 0;
    for (const [at, first] of listed.entries()) {
      for (const second of listed.slice(at + 1)) {
        const of = [first, second];
        const { statistics, basis } = evaluateRule(membership, { clauses: [{ at_least: 2, of }] });
        if (basis !== 'beyond_chance' || (statistics.q_value ?? 1) * families > 0.01) {
          continue;
        }
        far++;
        expect(
          reported.some(({ facets }) => of.every((key) => facets.some((facet) => facet.key === key))),
        ).toBe(true);
      }
    }
    expect(far).toBeGreaterThan(5);
  });

  it('gives p-values that are uniform or larger where nothing is planted', () => {
    const levels = [0.01, 0.05, 0.2];
    const below = levels.map(() => 0);
    let tests = 0;
    for (let seed = 60; seed < 70; seed++) {
      const random = createRandom(seed);
      const membership = buildMembership(asMembers(curveball(random, unevenProfiles(random, 300, 60, 8))));
      for (let draw = 0; draw < 200; draw++) {
        const drawn = Array.from(
          { length: 2 + (draw % 2) },
          () => membership.facets[Math.floor(random() * 30)]!,
        );
        const of = [...new Set(drawn)];
        const p =
          of.length > 1 && evaluateRule(membership, { clauses: [{ at_least: 2, of }] }).statistics.p_value;
        if (typeof p !== 'number') {
          continue;
        }
        tests++;
        levels.forEach((level, at) => (below[at] = below[at]! + (p <= level ? 1 : 0)));
      }
    }
    levels.forEach((level, at) => {
      const error = Math.sqrt((level * (1 - level)) / tests);
      expect(below[at]! / tests).toBeLessThanOrEqual(level + 3 * error);
    });
  });

  it('tests and counts only rules with a facet of the focus', () => {
    const { rows, groups } = plantedCommunity(48);
    const membership = buildMembership(rows);
    const focus = new Set([groups[0]![0]!]);
    const focused = mine(membership, { focus });
    const chance = focused.candidates.filter(({ basis }) => basis === 'beyond_chance');
    expect(chance.length).toBeGreaterThan(0);
    for (const { facets } of focused.candidates) {
      expect(facets.some(({ key }) => focus.has(key))).toBe(true);
    }
    expect(focused.tested).toBeLessThan(mine(membership).tested);
  });

  it('stops when it is cancelled', () => {
    const membership = buildMembership(plantedCommunity(49).rows);
    let asked = 0;
    const signal = {
      get aborted() {
        return ++asked > 3;
      },
    };
    expect(() => mine(membership, { signal })).toThrow('cancelled');
    expect(() => mine(membership, { signal: AbortSignal.abort() })).toThrow('cancelled');
  });

  it('finds nothing in an empty membership', () => {
    expect(mine(buildMembership([])).candidates).toEqual([]);
    expect(mine(buildMembership([{ id: 1, facets: ['skill:a'] }])).candidates).toEqual([]);
  });

  it('introduces members who look for a skill to members who have it, swaps first', () => {
    const rows = [
      { id: 1, facets: ['skill:welding', 'interest:boats', 'looking_for:figma'] },
      { id: 2, facets: ['skill:welding'] },
      { id: 3, facets: ['looking_for:welding', 'skill:figma'] },
      { id: 4, facets: ['looking_for:welding', 'interest:boats'] },
      { id: 5, facets: ['looking_for:poetry'] },
    ];
    const wishes = mine(buildMembership(rows)).candidates.filter(({ basis }) => basis === 'wish');
    const welding = wishes.find(({ member_ids }) => member_ids.length === 4)!;
    expect(welding.sides).toEqual({ givers: [1, 2], seekers: [3, 4] });
    expect(welding.pairs![0]).toMatchObject({ giver: 1, seeker: 3, facet: 'skill:welding', mutual: true });
    expect(welding.statistics.p_value).toBeNull();
  });
});
