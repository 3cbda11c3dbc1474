import { describe, expect, it } from '@jest/globals';
import type { Statistics } from '@warren/contracts';
import { asMembers, plant, unevenProfiles } from '../test/communities.ts';
import { createRandom } from '../test/random.ts';
import { isMostlyWithin } from './candidates/near-duplicates.ts';
import { strongestFirst } from './candidates/ranking.ts';
import {
  buildMembership,
  evaluateRule,
  mergeWithWhole,
  mine,
  reportedStatistics,
  withEvaluations,
} from './index.ts';
import type { Candidate, MemberFacets, Membership, MiningResult } from './index.ts';

/** Skills, interests and places, with groups planted, some of them across kinds. */
function communityOf(seed: number, members: number, groups: number, perGroup = 14): MemberFacets[] {
  const random = createRandom(seed);
  const profiles = unevenProfiles(random, members, 80, 7);
  plant(random, profiles, 80, { groups, members: perGroup, leastFacets: 3, mostFacets: 4, listing: 0.85 });
  const kinds = ['skill', 'skill', 'interest', 'interest', 'skill', 'location'];
  return asMembers(profiles).map(({ id, facets }) => ({
    id,
    facets: facets.map((key) => key.replace('skill', kinds[Number(key.slice(7)) % kinds.length] ?? 'skill')),
  }));
}

/** Candidates of a focus: alone, and evaluated over the whole. */
function underFocus(
  membership: Membership,
  whole: MiningResult,
  focus: readonly string[],
): { alone: Map<string, Candidate>; evaluated: Candidate[] } {
  const { candidates } = mine(membership, { focus: new Set(focus) });
  const evaluations = candidates.map(({ rule }) => evaluateRule(membership, rule, { result: whole }));
  return {
    alone: new Map(candidates.map((found) => [found.id, found])),
    evaluated: withEvaluations(candidates, evaluations),
  };
}

/** A contradiction between a basis and its statistics; undefined where they agree. */
function contradiction(basis: string | null, statistics: Statistics): string | undefined {
  const { q_value, lift, lift_low, lift_high } = statistics;
  if (lift !== null && !(lift_low! <= lift && lift <= lift_high!)) {
    return `no interval: ${JSON.stringify(statistics)}`;
  }
  const excludesChance = (q_value ?? 1) <= 0.05 || (lift_low ?? 0) > 1;
  if (basis === 'shared' && excludesChance) {
    return `shared, with ${JSON.stringify(statistics)}`;
  }
  const isProven = (q_value ?? 1) <= 0.05 && (lift_low ?? 0) >= 1.2;
  return basis === 'beyond_chance' && !isProven ? `beyond, with ${JSON.stringify(statistics)}` : undefined;
}

describe('a rule', () => {
  it('has one basis and one set of statistics under every focus', () => {
    let [met, changed, shared] = [0, 0, 0];
    for (const [seed, members, groups] of [
      [302, 150, 5],
      [303, 420, 6],
      [304, 300, 8],
    ] as const) {
      const membership = buildMembership(communityOf(seed, members, groups));
      const whole = mine(membership);
      const reported = new Map<string, Pick<Candidate, 'basis' | 'statistics'>>();
      const areas = membership.facets.filter((_key, at) => at % (members > 200 ? 2 : 8) === 0);
      for (const focus of [...areas.map((key) => [key]), areas.slice(0, 4), areas.slice(4, 12)]) {
        const { alone, evaluated } = underFocus(membership, whole, focus);
        for (const candidate of evaluated) {
          const { id, basis, rule, statistics } = candidate;
          met += 1;
          changed += alone.get(id)!.basis === basis ? 0 : 1;
          shared += basis === 'shared' && statistics.expected !== null ? 1 : 0;
          expect(contradiction(basis, statistics)).toBeUndefined();
          expect(reported.get(id) ?? { basis, statistics }).toEqual({ basis, statistics });
          reported.set(id, { basis, statistics });
          const proposed = whole.candidates.find((other) => other.id === id);
          if (proposed && 'clauses' in rule) {
            expect(proposed).toMatchObject({ basis, statistics });
          }
        }
      }
      for (const { basis, statistics } of whole.candidates) {
        expect(contradiction(basis, statistics)).toBeUndefined();
      }
    }
    expect({ met: met > 100, changed: changed > 3, shared: shared > 50 }).toEqual({
      met: true,
      changed: true,
      shared: true,
    });
  }, 60_000);

  it('never has the basis shared with statistics that exclude chance, however it is made up', () => {
    const membership = buildMembership(communityOf(305, 300, 6, 40));
    const whole = mine(membership);
    const random = createRandom(7);
    const keys = membership.facets.filter((key) => !key.startsWith('location'));
    const one = (): string => keys[Math.floor(random() * keys.length)] ?? '';
    const grown = whole.candidates.flatMap(({ rule }) =>
      'clauses' in rule ? rule.clauses.map(({ of }) => of) : [],
    );
    const reasons = new Map<string, number>();
    for (let at = 0; at < 1_500; at += 1) {
      const group = grown[at % grown.length] ?? [];
      const of = [...new Set([...group.slice(0, 1 + (at % 4)), one(), ...(at % 2 === 0 ? [one()] : [])])];
      const at_least = at % 3 === 0 ? Math.max(1, of.length - 1) : of.length;
      const rule =
        at % 5 === 0
          ? {
              clauses: [
                { at_least, of },
                { at_least: 1, of: [one()] },
              ],
            }
          : { clauses: [{ at_least, of }] };
      const evaluated = evaluateRule(membership, rule, { result: whole });
      const statistics = evaluated.against_chance ?? reportedStatistics(evaluated);
      const basis = evaluated.bases.find((possible) => possible !== 'share') ?? null;
      expect(contradiction(basis, statistics)).toBeUndefined();
      expect(contradiction(basis, evaluated.statistics)).toBeUndefined();
      if (basis === 'shared') {
        expect(statistics.observed).toBeGreaterThan(statistics.expected ?? 0);
        reasons.set(evaluated.reason, (reasons.get(evaluated.reason) ?? 0) + 1);
      }
    }
    // Rules that chance alone explains, and rules that one part carries.
    expect([...reasons.keys()].some((reason) => reason.includes('one such rule'))).toBe(true);
    expect([...reasons.keys()].some((reason) => reason.includes('a part of the rule'))).toBe(true);
  });
});

describe('a rule that was proposed for its share', () => {
  it('is evaluated against chance as well, for use in another category', () => {
    const random = createRandom(12);
    const profiles = unevenProfiles(random, 300, 60, 6);
    const planting = { groups: 1, members: 60, leastFacets: 4, mostFacets: 4, listing: 0.8 };
    const [group = []] = plant(random, profiles, 60, planting);
    const membership = buildMembership(asMembers(profiles));
    const rule = { clauses: [{ at_least: 3, of: group.map((facet) => `skill:s${facet}`) }] };
    const afresh = evaluateRule(membership, rule);
    expect(afresh.bases).toEqual(['beyond_chance', 'share', 'shared']);
    const share = { ...afresh.statistics, expected: null, q_value: null };
    const result = { candidates: [{ id: afresh.id, basis: 'share' as const, statistics: share }] };
    expect(evaluateRule(membership, rule, { result })).toMatchObject({
      basis: 'share',
      bases: ['share', 'beyond_chance', 'shared'],
      statistics: share,
      against_chance: afresh.statistics,
    });
  });
});

describe('candidates of a focus merged with those of the whole', () => {
  const isVariant = (one: Candidate, other: Candidate): boolean => {
    const keys = one.facets.map(({ key }) => key);
    const common = other.facets.filter(({ key }) => keys.includes(key)).length;
    return (
      one.category === other.category &&
      common >= 2 &&
      common >= Math.min(keys.length, other.facets.length) / 2 &&
      isMostlyWithin(other.member_ids, new Set(one.member_ids))
    );
  };

  it('outlines each cluster once, by its strongest outline, which comes first', () => {
    let [weaker, met] = [0, 0];
    for (const [seed, members, groups] of [
      [302, 150, 5],
      [304, 300, 8],
    ] as const) {
      const membership = buildMembership(communityOf(seed, members, groups));
      const whole = mine(membership);
      const proven = whole.candidates.filter(({ basis }) => basis === 'beyond_chance');
      const areas = new Set(proven.map(({ facets }) => facets[0]!.key));
      for (const area of areas) {
        const ofWhole = whole.candidates.filter(({ facets }) => facets.some(({ key }) => key === area));
        const { evaluated } = underFocus(membership, whole, [area]);
        const reported = mergeWithWhole(membership, evaluated, ofWhole);
        const beyond = reported.filter(({ basis }) => basis === 'beyond_chance');
        expect(reported.slice(0, beyond.length)).toEqual(strongestFirst(membership, beyond));
        expect(!reported.some(({ basis }) => basis === 'shared') || reported.at(-1)?.basis === 'shared').toBe(
          true,
        );
        for (const [at, candidate] of reported.entries()) {
          expect(reported.slice(0, at).filter((stronger) => isVariant(stronger, candidate))).toEqual([]);
          met += 1;
        }
        // A candidate is left out only for a stronger outline of the same.
        for (const lost of [...evaluated, ...ofWhole].filter(({ basis }) => basis === 'beyond_chance')) {
          const isReported = reported.some(
            ({ id, category }) => id === lost.id && category === lost.category,
          );
          expect(isReported || reported.some((stronger) => isVariant(stronger, lost))).toBe(true);
          weaker += isReported ? 0 : 1;
        }
      }
    }
    expect({ weaker: weaker > 0, met: met > 20 }).toEqual({ weaker: true, met: true });
  }, 60_000);

  it('reports a common rule once, and of two with equal surprise that of the whole first', () => {
    const membership = buildMembership(communityOf(304, 300, 8));
    const [one] = mine(membership).candidates;
    const as = (id: string, category: Candidate['category']): Candidate => ({ ...one!, id, category });
    const [found, ofWhole] = [as('a', 'skill_cluster'), as('b', 'interest_theme')];
    expect(mergeWithWhole(membership, [found], [ofWhole])).toEqual([ofWhole, found]);
    expect(mergeWithWhole(membership, [found], [found])).toEqual([found]);
  });
});
