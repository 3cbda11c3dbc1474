import { describe, expect, it } from '@jest/globals';
import { asMembers, unevenProfiles } from '../../test/communities.ts';
import { createRandom } from '../../test/random.ts';
import { buildMembership, evaluateRule, mine } from '../index.ts';
import type { MemberFacets } from '../index.ts';
import { facetIndex } from '../membership/membership.ts';
import { nullModelOf } from '../null-model/null-model.ts';
import { tailGivenThemes } from './given-themes.ts';

/** Members of whom those with the longest lists carry one theme, and everybody others by chance alone. */
function longListed(seed: number): MemberFacets[] {
  const random = createRandom(seed);
  const members = asMembers(unevenProfiles(random, 200, 60, 6));
  const longest = new Set(
    members
      .toSorted((a, b) => b.facets.length - a.facets.length)
      .slice(0, 40)
      .map(({ id }) => id),
  );
  return members.map(({ id, facets }) => ({
    id,
    facets: [
      ...facets,
      ...(longest.has(id) ? ['theme:long'] : []),
      ...[0, 1, 2, 3, 4, 5].filter(() => random() < 0.3).map((theme) => `theme:t${theme}`),
    ],
  }));
}

/** The distribution of the number of successes of independent trials. */
function distribution(chances: readonly number[]): number[] {
  return chances.reduce(
    (before, chance) =>
      Array.from(
        { length: before.length + 1 },
        (_, at) => (before[at] ?? 0) * (1 - chance) + (before[at - 1] ?? 0) * chance,
      ),
    [1],
  );
}

describe('a rule given who carries its themes', () => {
  const rows = longListed(1);
  const membership = buildMembership(rows);
  const model = nullModelOf(membership);
  const fit = model.fit('skill');
  const theme = facetIndex(membership, 'theme:long');
  const skills = [...membership.facets.keys()].filter((at) => membership.facets[at]?.startsWith('skill:'));

  it('has a tail a little above the exact one of two Poisson binomials, given their sum', () => {
    let compared = 0;
    for (const skill of skills) {
      const has = (facet: string, { facets }: MemberFacets) => [...facets].includes(facet);
      const key = membership.facets[skill] ?? '';
      const carries = rows.map((row) => has('theme:long', row));
      const chances = rows.map((_row, member) => fit.chance(fit.levelOf[member] ?? 0, skill));
      const both = rows.filter((row, member) => carries[member] === true && has(key, row)).length;
      const all = rows.filter((row) => has(key, row)).length;
      const among = distribution(chances.filter((_chance, member) => carries[member]));
      const others = distribution(chances.filter((_chance, member) => carries[member] !== true));
      const weights = among.map((chance, at) => chance * (others[all - at] ?? 0));
      const sum = (some: readonly number[]) => some.reduce((total, weight) => total + weight, 0);
      const exact = sum(weights.slice(both)) / sum(weights);
      const facets = [skill, theme].sort((a, b) => a - b);
      const tail = tailGivenThemes(membership, [fit, model.fit('theme')], { facets, k: 2, observed: both });
      if (exact < 0.2) {
        compared += 1;
        expect(tail! / exact).toBeGreaterThan(0.8);
        expect(tail! / exact).toBeLessThan(2);
      }
    }
    expect(compared).toBeGreaterThan(3);
  });

  it('is of no use where it has no theme, and counts a theme that is all of the rule', () => {
    const [one = 0, other = 0] = skills;
    expect(tailGivenThemes(membership, [fit], { facets: [one, other], k: 2, observed: 3 })).toBeUndefined();
    const fits = [model.fit('theme'), fit];
    expect(tailGivenThemes(membership, fits, { facets: [one, theme], k: 1, observed: 40 })).toBe(1);
  });

  it.each([1, 2, 3])('is found by nobody where only those carry it who list most (%i)', (seed) => {
    const { candidates, links } = mine(buildMembership(longListed(seed)));
    const found = candidates.filter(
      ({ basis, facets }) => basis === 'beyond_chance' && facets.some(({ key }) => key === 'theme:long'),
    );
    expect(found).toEqual([]);
    expect(links.filter(({ between }) => between.includes('theme:long'))).toEqual([]);
  });

  it('is no more than chance where it has themes alone: one reading gave both', () => {
    const of = (...keys: string[]) => ({ at_least: 1, of: keys });
    const twice = rows.map(({ id, facets }) => ({
      id,
      facets: [...facets, ...([...facets].includes('theme:long') ? ['theme:again'] : [])],
    }));
    const again = buildMembership(twice);
    const themes = { clauses: [of('theme:long'), of('theme:again')] };
    expect(evaluateRule(again, themes).bases).toEqual(['share', 'shared']);
  });
});
