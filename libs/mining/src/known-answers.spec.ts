import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { readMembers } from '../test/read-members.ts';
import { buildMembership, evaluateRule, membersOfRule, mine } from './index.ts';
import type { Membership, MiningResult } from './index.ts';
import { createCounting } from './membership/counting.ts';
import { countOf, facetIndex } from './membership/membership.ts';

const data = join(import.meta.dirname, '../../../../shared/data');
const there = existsSync(data);
if (!there) {
  process.stderr.write(`known answers are not checked: ${data} does not exist\n`);
}
const withData = there ? describe : describe.skip;

const read = (name: string) => buildMembership(readMembers(join(data, `${name}.ndjson`)));
const carried = (membership: Membership, key: string) => countOf(membership, facetIndex(membership, key));

withData('groceries, as published with arules', () => {
  let membership: Membership;
  beforeAll(() => {
    membership = read('groceries');
  });

  it('has the published counts', () => {
    expect(membership.ids).toHaveLength(9835);
    expect(membership.items).toHaveLength(43_367);
    const counts = ['whole milk', 'other vegetables', 'rolls/buns', 'soda', 'yogurt'].map((item) =>
      carried(membership, `skill:${item}`),
    );
    expect(counts).toEqual([2513, 1903, 1809, 1715, 1372]);
  });

  it.each([
    ['herbs', 'root vegetables', 69, 3.956477],
    ['berries', 'whipped/sour cream', 89, 3.796886],
  ])('counts %s with %s as published', (a, b, count, lift) => {
    const keys = [`skill:${a}`, `skill:${b}`];
    const both = membersOfRule(membership, { clauses: [{ at_least: 2, of: keys }] }).length;
    expect(both).toBe(count);
    const plain = (both * 9835) / (carried(membership, keys[0]!) * carried(membership, keys[1]!));
    expect(plain).toBeCloseTo(lift, 5);
  });

  it('counts the sets behind the 463 published rules of support 0.006 and confidence 0.25', () => {
    const counting = createCounting(membership);
    const least = 0.006 * 9835;
    const support = (facets: readonly number[]) => counting.atLeastCounts(facets)[facets.length]!;
    const common = membership.facets.flatMap((_, facet) =>
      countOf(membership, facet) >= least ? [facet] : [],
    );
    const rules = [0, 0, 0, 0, 0];
    let sets = common.map((facet) => [facet]);
    for (let size = 2; size <= 4; size++) {
      sets = sets.flatMap((set) => common.filter((next) => next > set.at(-1)!).map((next) => [...set, next]));
      sets = sets.filter((set) => support(set) >= least);
      for (const set of sets) {
        const whole = support(set);
        for (const out of set) {
          if (whole / support(set.filter((facet) => facet !== out)) >= 0.25) {
            rules[size] = rules[size]! + 1;
          }
        }
      }
    }
    expect(rules.slice(2)).toEqual([150, 297, 16]);
  });
});

withData('davis, eighteen women and fourteen events', () => {
  const of = (from: number, to: number) =>
    Array.from({ length: to - from + 1 }, (_, at) => `interest:e${from + at}`);

  it('claims nothing beyond chance: eighteen are too few', () => {
    expect(mine(read('davis-southern-women')).candidates.some(({ basis }) => basis === 'beyond_chance')).toBe(
      false,
    );
  });

  it('separates the two groups by their events; of the doubtful 8, 9 and 16 none falls into either', () => {
    const membership = read('davis-southern-women');
    const first = evaluateRule(membership, { clauses: [{ at_least: 2, of: of(1, 6) }] });
    const second = evaluateRule(membership, { clauses: [{ at_least: 2, of: of(9, 14) }] });
    expect(first.member_ids).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(second.member_ids).toEqual([10, 11, 12, 13, 14, 15, 17, 18]);
    // Each of the two rules holds for fewer women than independent events would give: it is the two together,
    // and that nobody meets both, which is the structure.
    expect([first.basis, second.basis]).not.toContain('beyond_chance');
  });
});

withData('rse and dvs', () => {
  const candidateWith = ({ candidates }: MiningResult, keys: string[]) =>
    candidates.some(
      ({ basis, facets }) =>
        basis === 'beyond_chance' && keys.every((key) => facets.some((facet) => facet.key === key)),
    );

  it('has the published totals of languages, and of those in Germany', () => {
    const membership = read('rse-2018');
    const counts = ['python', 'c++', 'c', 'r', 'javascript', 'sql'].map((name) =>
      carried(membership, `skill:${name}`),
    );
    expect(counts).toEqual([704, 349, 285, 268, 266, 266]);
    const german = (skill: string) =>
      membersOfRule(membership, {
        clauses: [
          { at_least: 1, of: ['location:germany'] },
          { at_least: 1, of: [`skill:${skill}`] },
        ],
      }).length;
    expect(['python', 'c++', 'c', 'javascript', 'java'].map(german)).toEqual([211, 125, 88, 76, 74]);
    const both = ['interest:biological sciences', 'interest:computer science'];
    expect(membersOfRule(membership, { clauses: [{ at_least: 2, of: both }] })).toHaveLength(92);
  });

  it('finds in dvs the pairs that any sound method finds, and no theme of what nearly everybody lists', () => {
    const result = mine(read('dvs-2020'));
    const pairs = [
      'd3.js+react',
      'r+ggplot2',
      'mapbox+qgis',
      'matplotlib+python',
      'leaflet+mapbox',
      'arcgis+qgis',
    ];
    const missing = pairs.filter(
      (pair) =>
        !candidateWith(
          result,
          pair.split('+').map((name) => `skill:${name}`),
        ),
    );
    expect(missing).toEqual([]);
    const themes = result.candidates.filter(({ category }) => /cluster|theme/.test(category));
    expect(themes.some(({ facets }) => facets.some(({ key }) => key === 'skill:excel'))).toBe(false);
  });

  it('finds no theme around Python in rse, which seven in ten list', () => {
    const themes = mine(read('rse-2018')).candidates.filter(({ category }) => /cluster|theme/.test(category));
    expect(themes.length).toBeGreaterThan(0);
    expect(themes.some(({ facets }) => facets.some(({ key }) => key === 'skill:python'))).toBe(false);
  });
});
