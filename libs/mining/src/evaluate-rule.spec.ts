import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Rule } from '@warren/contracts';
import { asMembers, plant, unevenProfiles } from '../test/communities.ts';
import { createRandom } from '../test/random.ts';
import { buildMembership, evaluateRule } from './index.ts';
import { nullModelOf } from './null-model/null-model.ts';
import { chanceOfAtLeast, chanceOfClauses, chancesOfEach } from './null-model/rule-chance.ts';

const random = createRandom(12);
const profiles = unevenProfiles(random, 300, 60, 6);
const [group = []] = plant(random, profiles, 60, {
  groups: 1,
  members: 30,
  leastFacets: 4,
  mostFacets: 4,
  listing: 0.9,
});
const membership = buildMembership(asMembers(profiles));
const planted = group.map((facet) => `skill:s${facet}`);
const others = Array.from({ length: 60 }, (_, facet) => `skill:s${facet}`).filter(
  (key) => !planted.includes(key),
);
const all = (of: string[]) => ({ clauses: [{ at_least: of.length, of }] });

describe('evaluateRule', () => {
  it('finds a planted group beyond chance even as a rule made up after looking', () => {
    const { basis, statistics } = evaluateRule(membership, all(planted));
    expect(basis).toBe('beyond_chance');
    expect(statistics.q_value).toBeLessThan(0.05);
    expect(statistics.q_value).toBeCloseTo(statistics.p_value! * statistics.tested!, 12);
  });

  it('does not let a group lend its strength to an independent facet', () => {
    const strangers = others.map((key) => evaluateRule(membership, all([planted[0]!, planted[1]!, key])));
    const claimed = strangers.filter(({ basis }) => basis === 'beyond_chance');
    expect(claimed.length).toBeLessThanOrEqual(1);
    expect(strangers.some(({ basis }) => basis === 'shared')).toBe(true);
  });

  it('gives one facet a share only, and a rule that nobody matches no basis', () => {
    const single = evaluateRule(membership, all([others[0]!]));
    expect(single.statistics.p_value).toBeNull();
    expect(single.bases).not.toContain('beyond_chance');
    const nobody = evaluateRule(membership, all(['skill:unheard', 'skill:of']));
    expect(nobody).toMatchObject({ basis: null, member_ids: [] });
  });

  it('compares who lacks a facet with chance among those who lack it, on no better basis than without', () => {
    const rare = others.find((key) => evaluateRule(membership, all([key])).member_ids.length > 20)!;
    const found = evaluateRule(membership, all(planted));
    const narrowed = evaluateRule(membership, { ...all(planted), none_of: [rare] });
    expect(narrowed.basis).toBe('beyond_chance');
    const having = evaluateRule(membership, all([...planted, rare]));
    expect(narrowed.member_ids.length).toBe(found.member_ids.length - having.member_ids.length);
    expect(narrowed.statistics.expected).toBeLessThan(found.statistics.expected!);
    expect(narrowed.statistics.tested).toBeGreaterThan(found.statistics.tested!);
  });

  it('passes no two facets that exclude each other off as one that is common', () => {
    // Half have one facet, half the other, and all a third one: "a, and not b" has twice as many as chance would give.
    const rows = Array.from({ length: 200 }, (_, at) => ({
      id: at + 1,
      facets: [at % 2 === 0 ? 'skill:a' : 'skill:b', ...(at % 4 < 2 ? ['skill:c'] : [])],
    }));
    const basesOf = (rule: Rule) => evaluateRule(buildMembership(rows), rule).bases;
    expect(basesOf({ ...all(['skill:a']), none_of: ['skill:b'] })).toEqual(['share']);
    expect(basesOf({ ...all(['skill:a', 'skill:c']), none_of: ['skill:b'] })).not.toContain('beyond_chance');
  });

  it('gives the basis wish where the givers have some of what each seeker looks for, however widened', () => {
    const rows = Array.from({ length: 9 }, (_, at) => ({
      id: at + 1,
      facets: at < 4 ? ['skill:a', 'interest:c'] : ['looking_for:a', 'looking_for:b', 'looking_for:c'],
    }));
    const basisOf = (give: string[], seek: string[]) => {
      const sides = { givers: all(give), seekers: all(seek) };
      return evaluateRule(buildMembership(rows), sides).basis;
    };
    expect(basisOf(['skill:a'], ['looking_for:a'])).toBe('wish');
    expect(basisOf(['skill:a', 'interest:c'], ['looking_for:a', 'looking_for:c'])).toBe('wish');
    const any = (...of: string[]) => ({ clauses: [{ at_least: 1, of }] });
    const widened = [
      { givers: any('skill:a'), seekers: all(['looking_for:a', 'looking_for:b']) },
      { givers: any('skill:a'), seekers: all(['looking_for:a', 'looking_for:c']) },
      { givers: any('skill:a', 'interest:c'), seekers: any('looking_for:a', 'looking_for:b') },
      {
        givers: any('skill:a'),
        seekers: { clauses: [...any('looking_for:a').clauses, ...any('looking_for:c').clauses] },
      },
    ];
    for (const rule of widened) {
      const { basis, statistics } = evaluateRule(buildMembership(rows), rule);
      expect({ basis, expected: statistics.expected }).toEqual({ basis: 'wish', expected: null });
    }
  });

  it('claims no more than their number of two sides who look for nothing that the other has', () => {
    const rows = Array.from({ length: 9 }, (_, at) => ({
      id: at + 1,
      facets: at < 4 ? ['skill:a'] : ['looking_for:b', 'interest:c'],
    }));
    for (const seek of ['looking_for:b', 'interest:c']) {
      const sides = { givers: all(['skill:a']), seekers: all([seek]) };
      const { bases, statistics } = evaluateRule(buildMembership(rows), sides);
      expect({ bases, expected: statistics.expected, lift: statistics.lift }).toEqual({
        bases: ['share'],
        expected: null,
        lift: null,
      });
    }
  });

  it('gives the basis swap where each side has what the other looks for', () => {
    const rows = [
      { id: 1, facets: ['skill:a', 'looking_for:b'] },
      { id: 2, facets: ['skill:b', 'looking_for:a'] },
      { id: 3, facets: ['interest:b', 'looking_for:a'] },
    ];
    const sides = {
      givers: all(['skill:a', 'looking_for:b']),
      seekers: {
        clauses: [{ at_least: 1, of: ['skill:b', 'interest:b'] }, ...all(['looking_for:a']).clauses],
      },
    };
    const { bases, member_ids } = evaluateRule(buildMembership(rows), sides);
    expect({ bases, member_ids }).toEqual({ bases: ['swap', 'wish', 'share'], member_ids: [1, 2, 3] });
    const either = { clauses: [{ at_least: 1, of: ['skill:a', 'looking_for:b'] }] };
    expect(evaluateRule(buildMembership(rows), { ...sides, givers: either }).bases).toEqual([
      'wish',
      'share',
    ]);
  });

  it('rejects a collaboration with an empty side', () => {
    const sides = { givers: all([others[0]!]), seekers: all(['looking_for:nothing']) };
    expect(evaluateRule(membership, sides)).toMatchObject({ basis: null, member_ids: [] });
  });
});

describe('the chance of a rule', () => {
  const classes = nullModelOf(membership).classes(['skill']);
  const facets = fc.uniqueArray(fc.nat({ max: 40 }), { minLength: 1, maxLength: 5 });
  const clause = facets.chain((some) =>
    fc.record({ facets: fc.constant(some), atLeast: fc.integer({ min: 1, max: some.length }) }),
  );

  it('is the sum over all profiles that match it, whether or not clauses share facets', () => {
    fc.assert(
      fc.property(fc.array(clause, { minLength: 1, maxLength: 3 }), fc.nat(), (clauses, pick) => {
        const c = pick % classes.counts.length;
        const union = [...new Set(clauses.flatMap((some) => some.facets))];
        let exact = 0;
        for (let mask = 0; mask < 1 << union.length; mask++) {
          const has = new Set(union.filter((_, at) => mask & (1 << at)));
          const meets = clauses.every(
            (some) => some.facets.filter((facet) => has.has(facet)).length >= some.atLeast,
          );
          if (!meets) {
            continue;
          }
          exact += union.reduce((product, facet) => {
            const chance = classes.chances(facet)[c]!;
            return product * (has.has(facet) ? chance : 1 - chance);
          }, 1);
        }
        expect(chanceOfClauses(classes, clauses)![c]).toBeCloseTo(exact, 10);
      }),
      { numRuns: 60 },
    );
  });

  it('is the same for one threshold and for all at once', () => {
    fc.assert(
      fc.property(facets, (some) => {
        const each = chancesOfEach(classes, some);
        for (let k = 1; k <= some.length; k++) {
          chanceOfAtLeast(classes, some, k).forEach((chance, c) =>
            expect(each[k]![c]).toBeCloseTo(chance, 12),
          );
        }
      }),
      { numRuns: 30 },
    );
  });
});
