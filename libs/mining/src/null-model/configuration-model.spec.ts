import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { carriersOf, buildMembership, countOf } from '../membership/membership.ts';
import { nullModelOf } from './null-model.ts';

const tables = fc
  .array(fc.uniqueArray(fc.integer({ min: 0, max: 9 }), { maxLength: 10 }), { minLength: 2, maxLength: 30 })
  .map((rows) =>
    buildMembership(rows.map((row, id) => ({ id, facets: row.map((facet) => `skill:${facet}`) }))),
  );

describe('the null model', () => {
  it('expects the actual degree of every member and every facet', () => {
    fc.assert(
      fc.property(tables, (membership) => {
        const fit = nullModelOf(membership).fit('skill');
        for (let facet = fit.from; facet < fit.to; facet++) {
          const expected = fit.levelOf.reduce((sum, level) => sum + fit.chance(level, facet), 0);
          expect(expected).toBeCloseTo(countOf(membership, facet), 4);
        }
        fit.degrees.forEach((degree, member) => {
          let expected = 0;
          for (let facet = fit.from; facet < fit.to; facet++) {
            expected += fit.chance(fit.levelOf[member]!, facet);
          }
          expect(expected).toBeCloseTo(degree, 4);
        });
      }),
    );
  });

  it('gives certainty to links that margins force: a member who lists everything, a facet that everybody lists', () => {
    const membership = buildMembership([
      { id: 1, facets: ['skill:a', 'skill:b', 'skill:c'] },
      { id: 2, facets: ['skill:a', 'skill:b'] },
      { id: 3, facets: ['skill:a', 'skill:c'] },
      { id: 4, facets: [] },
    ]);
    const fit = nullModelOf(membership).fit('skill');
    const level = (member: number) => fit.levelOf[member]!;
    expect(fit.chance(level(0), 1)).toBe(1);
    expect(fit.chance(level(1), 0)).toBe(1);
    expect(fit.chance(level(1), 1)).toBeCloseTo(0.5, 6);
    expect(fit.chance(level(3), 0)).toBe(0);
    expect([...carriersOf(membership, 0)]).toEqual([0, 1, 2]);
  });

  it('gives certainty to links that margins force jointly: two members who list all that two can', () => {
    const lists = [['a'], ['a', 'b', 'c'], ['b'], ['a', 'b', 'd']];
    const membership = buildMembership(
      lists.map((list, id) => ({ id, facets: list.map((name) => `skill:${name}`) })),
    );
    const fit = nullModelOf(membership).fit('skill');
    const chances = [1, 3].map((degree) =>
      [0, 1, 2, 3].map((facet) => fit.chance(fit.levels.indexOf(degree), facet)),
    );
    expect(chances).toEqual([
      [expect.closeTo(0.5, 6), expect.closeTo(0.5, 6), 0, 0],
      [1, 1, expect.closeTo(0.5, 6), expect.closeTo(0.5, 6)],
    ]);
  });
});
