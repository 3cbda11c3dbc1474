import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { asMembers, plant, unevenProfiles } from '../test/communities.ts';
import { createRandom, sample } from '../test/random.ts';
import { buildMembership, evaluateRule, mine } from './index.ts';
import type { Candidate, MemberFacets } from './index.ts';

interface Drawn {
  readonly seed: number;
  readonly rows: MemberFacets[];
}

/** Communities of 40 to 160 members in two kinds, with up to five groups planted. */
const community: fc.Arbitrary<Drawn> = fc
  .record({ seed: fc.nat(1e6), members: fc.integer({ min: 40, max: 160 }), groups: fc.nat(5) })
  .map(({ seed, members, groups }) => {
    const random = createRandom(seed);
    const profiles = unevenProfiles(random, members, 70, 7);
    plant(random, profiles, 70, { groups, members: 12, leastFacets: 2, mostFacets: 4, listing: 0.9 });
    const rows = asMembers(profiles).map(({ id, facets }) => ({
      id,
      facets: facets.map((key, at) => (at % 4 === 3 ? key.replace('skill:', 'interest:') : key)),
    }));
    return { seed, rows };
  });

const beyond = (rows: readonly MemberFacets[]) =>
  mine(buildMembership(rows)).candidates.filter(({ basis }) => basis === 'beyond_chance');

const keysOf = ({ facets }: Candidate) => facets.map(({ key }) => key);

function shuffled<T>(items: readonly T[], seed: number): T[] {
  return sample(createRandom(seed), items.length, items.length).flatMap((at) => items[at] ?? []);
}

describe('mining', () => {
  it('gives the same result, byte for byte, for any order of members and their facets', () => {
    fc.assert(
      fc.property(community, ({ seed, rows }) => {
        const turned = shuffled(rows, seed + 1).map(({ id, facets }) => ({
          id,
          facets: shuffled(facets, seed + id),
        }));
        expect(JSON.stringify(mine(buildMembership(turned)))).toBe(
          JSON.stringify(mine(buildMembership(rows))),
        );
      }),
      { numRuns: 8 },
    );
  });

  it('finds the same members whatever the names of the facets', () => {
    fc.assert(
      fc.property(community, ({ seed, rows }) => {
        const keys = [...new Set(rows.flatMap(({ facets }) => facets))].sort();
        const kind = (key: string) => key.slice(0, key.indexOf(':') + 1);
        const names = new Map(shuffled(keys, seed).map((key, at) => [key, `${kind(key)}n${at}`]));
        const renamed = rows.map(({ id, facets }) => ({
          id,
          facets: facets.map((key) => names.get(key) ?? ''),
        }));
        const groups = (candidates: Candidate[], name: (key: string) => string) =>
          candidates
            .map((candidate) => [
              keysOf(candidate).map(name).sort(),
              candidate.member_ids,
              candidate.statistics.q_value?.toPrecision(6),
            ])
            .map((group) => JSON.stringify(group))
            .sort();
        expect(groups(beyond(renamed), (key) => key)).toEqual(
          groups(beyond(rows), (key) => names.get(key) ?? ''),
        );
      }),
      { numRuns: 8 },
    );
  });

  it('is not affected by members without facets', () => {
    fc.assert(
      fc.property(community, fc.integer({ min: 1, max: 50 }), ({ rows }, more) => {
        const silent = Array.from({ length: more }, (_, at) => ({ id: 10_000 + at, facets: [] }));
        const [without, with_] = [mine(buildMembership(rows)), mine(buildMembership([...rows, ...silent]))];
        expect(with_).toEqual({ ...without, members: without.members + more });
      }),
      { numRuns: 8 },
    );
  });

  it('covers whatever is far beyond chance on its own by some structure', () => {
    let far = 0;
    fc.assert(
      fc.property(fc.nat(1e6), (seed) => {
        const random = createRandom(seed);
        const profiles = unevenProfiles(random, 150, 80, 7);
        const planting = { groups: 4, members: 18, leastFacets: 2, mostFacets: 4, listing: 0.9 };
        const groups = plant(random, profiles, 80, planting);
        const membership = buildMembership(asMembers(profiles));
        const { candidates, families } = mine(membership);
        const reported = candidates.filter(({ basis }) => basis === 'beyond_chance').map(keysOf);
        for (const group of groups) {
          const of = group.slice(0, 2).map((facet) => `skill:s${facet}`);
          const evaluation = evaluateRule(membership, { clauses: [{ at_least: 2, of }] });
          if (
            evaluation.basis !== 'beyond_chance' ||
            (evaluation.statistics.q_value ?? 1) * families > 1e-3
          ) {
            continue;
          }
          far++;
          expect(reported.some((keys) => of.every((key) => keys.includes(key)))).toBe(true);
        }
      }),
      { numRuns: 8 },
    );
    expect(far).toBeGreaterThan(5);
  });
});
