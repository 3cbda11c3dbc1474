import { describe, expect, it } from '@jest/globals';
import type { TwoSidedRule } from '@warren/contracts';
import { asMembers, unevenProfiles } from '../test/communities.ts';
import { createRandom } from '../test/random.ts';
import { buildMembership, evaluateRule, mine } from './index.ts';
import type { MemberFacets } from './index.ts';

const skill = 'skill:s150';
const theme = 'theme:leftover heat';
const wish = 'looking_for:leftover heat';

/** Members of whom one in six has a skill, nearly all of these a theme, and hardly anybody else; others have other themes. */
function withTheme(seed: number): MemberFacets[] {
  const random = createRandom(seed);
  return asMembers(unevenProfiles(random, 240, 100, 6)).map(({ id, facets }) => {
    const has = random() < 1 / 6;
    const carries = random() < (has ? 0.8 : 0.03);
    return {
      id,
      facets: [
        ...facets,
        ...(has ? [skill] : []),
        ...(carries ? [theme] : []),
        ...(random() < 0.3 ? [`theme:t${Math.floor(random() * 4)}`] : []),
        ...(!carries && random() < 0.1 ? [wish] : []),
      ],
    };
  });
}

const rows = withTheme(5);
const membership = buildMembership(rows);
const rule = { clauses: [{ at_least: 2, of: [skill, theme] }] };
const untested = new Set([theme]);
const touching = (key: string, facets: readonly { readonly key: string }[]) =>
  facets.some((one) => one.key === key);

describe('facets that take no part in tests', () => {
  it('are in no finding, though the same structure is found where they take part', () => {
    const whole = mine(membership);
    const found = whole.candidates.filter(
      ({ basis, facets }) => basis === 'beyond_chance' && touching(theme, facets) && touching(skill, facets),
    );
    expect(found.map(({ category }) => category)).toEqual(['cross_domain']);
    const without = mine(membership, { untested });
    const bases = without.candidates
      .filter(({ facets }) => touching(theme, facets))
      .map(({ basis }) => basis);
    // what some look for is still there for those who have it
    expect(bases.length).toBeGreaterThan(0);
    expect(new Set(bases)).toEqual(new Set(['wish']));
    expect(without.links.some(({ between }) => between.includes(theme))).toBe(false);
    expect(without.tested).toBeLessThan(whole.tested);
  });

  it('leave a rule shared at best, without numbers of chance', () => {
    expect(evaluateRule(membership, rule)).toMatchObject({ basis: 'beyond_chance' });
    const evaluated = evaluateRule(membership, rule, { untested });
    expect(evaluated).toMatchObject({ basis: 'shared', bases: ['shared'] });
    expect(evaluated.statistics).toMatchObject({
      expected: null,
      p_value: null,
      q_value: null,
      tested: null,
    });
    expect(evaluated.member_ids).toEqual(evaluateRule(membership, rule).member_ids);
    const lacking = { clauses: [{ at_least: 2, of: ['skill:s0', 'skill:s1'] }], none_of: [theme] };
    expect(evaluateRule(membership, lacking, { untested }).bases).toEqual(['shared']);
    const single = { clauses: [{ at_least: 1, of: [theme] }] };
    expect(evaluateRule(membership, single, { untested }).basis).toBeNull();
    const few = { clauses: [{ at_least: 3, of: [skill, theme, 'skill:nobody'] }] };
    expect(evaluateRule(membership, few, { untested }).basis).toBeNull();
  });

  it('leave wishes as they are, and keep nobody apart', () => {
    const answered: TwoSidedRule = {
      givers: { clauses: [{ at_least: 1, of: [theme] }] },
      seekers: { clauses: [{ at_least: 1, of: [wish] }] },
    };
    expect(evaluateRule(membership, answered, { untested })).toEqual(evaluateRule(membership, answered));
    expect(evaluateRule(membership, answered).basis).toBe('wish');
    const side = (has: string, lacks: string) => ({
      clauses: [{ at_least: 1, of: [has] }],
      none_of: [lacks],
    });
    const apart = { givers: side(theme, 'skill:s0'), seekers: side('skill:s0', theme) };
    expect(evaluateRule(membership, apart, { untested })).toMatchObject({ bases: [] });
    const common: TwoSidedRule = {
      givers: {
        clauses: [
          { at_least: 1, of: ['skill:s0'] },
          { at_least: 1, of: [theme] },
        ],
      },
      seekers: {
        clauses: [
          { at_least: 1, of: ['skill:s1'] },
          { at_least: 1, of: [theme] },
        ],
      },
    };
    expect(evaluateRule(membership, common, { untested }).bases).toEqual(['shared']);
  });

  it.each([1, 2, 3])('change nothing where there are none, nor where nobody carries one (%i)', (seed) => {
    const members = buildMembership(withTheme(seed));
    const expected = JSON.stringify(mine(members));
    expect(JSON.stringify(mine(members, { untested: new Set() }))).toBe(expected);
    expect(JSON.stringify(mine(members, { untested: new Set(['theme:of nobody']) }))).toBe(expected);
    expect(JSON.stringify(evaluateRule(members, rule, { untested: new Set() }))).toBe(
      JSON.stringify(evaluateRule(members, rule)),
    );
  });
});
