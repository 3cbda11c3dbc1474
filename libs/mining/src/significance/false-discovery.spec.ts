import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createTestFamily } from '../context/test-family.ts';
import { buildMembership } from '../membership/membership.ts';
import { nullModelOf } from '../null-model/null-model.ts';
import { falsePositivesByCounting, grade, rate } from './false-discovery.ts';
import type { Finding } from './finding.ts';

const membership = buildMembership(
  Array.from({ length: 12 }, (_, id) => ({ id, facets: [`skill:${id % 4}`, `skill:${id % 3}x`] })),
);
const family = createTestFamily(
  membership,
  nullModelOf(membership),
  { kinds: ['skill'], largest: 3 },
  2,
  undefined,
);

function finding(p: number, facets: readonly number[]): Finding {
  if (!family) {
    throw new Error('the test family is empty');
  }
  return { family, facets, k: facets.length, observed: 5, expected: 1, p, tested: 10 };
}

describe('grade', () => {
  it('is Benjamini–Hochberg where no two findings share a facet', () => {
    const graded = grade(
      [0.001, 0.004, 0.0045, 0.09].map((p, at) => finding(p, [2 * at, 2 * at + 1])),
      falsePositivesByCounting(1),
    );
    [0.01, 0.015, 0.015, 0.225].forEach((q, at) => expect(graded[at]!.q).toBeCloseTo(q, 12));
  });

  it('does not let variants of one structure ease the threshold for others', () => {
    const variants = [finding(1e-9, [0, 1]), finding(1e-8, [0, 2]), finding(1e-7, [1, 2])];
    const graded = grade([...variants, finding(0.001, [7, 8])], falsePositivesByCounting(1));
    expect(graded.find(({ p }) => p === 0.001)!.q).toBeCloseTo(0.01 / 2, 12);
  });

  it('adjusts for the number of families, each with the same weight', () => {
    expect(grade([finding(0.001, [0, 1])], falsePositivesByCounting(7))[0]!.q).toBeCloseTo(0.07, 12);
  });

  it('never rates a smaller p worse than a larger one', () => {
    const some = fc.array(
      fc.record({
        p: fc.double({ min: 1e-12, max: 1, noNaN: true }),
        first: fc.nat({ max: 20 }),
        gap: fc.integer({ min: 1, max: 5 }),
      }),
      { minLength: 1, maxLength: 40 },
    );
    fc.assert(
      fc.property(some, (drawn) => {
        const { graded, rateOf } = rate(
          drawn.map(({ p, first, gap }) => finding(p, [first, first + gap])),
          falsePositivesByCounting(3),
        );
        graded.forEach((entry, at) => {
          if (at > 0) {
            expect(entry.q).toBeGreaterThanOrEqual(graded[at - 1]!.q);
          }
          expect(entry.q).toBeGreaterThanOrEqual(Math.min(1, entry.p));
          expect(rateOf(entry)).toBeCloseTo(entry.q, 12);
        });
      }),
    );
  });
});
