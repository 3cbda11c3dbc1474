import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { meanOf, upperTail } from './poisson-binomial.ts';

function slowTail(chances: readonly number[], least: number): number {
  let masses = [1];
  for (const chance of chances) {
    masses = [...masses, 0].map(
      (mass, k) => mass * (1 - chance) + (k > 0 ? (masses[k - 1] ?? 0) * chance : 0),
    );
  }
  return masses.slice(least).reduce((sum, mass) => sum + mass, 0);
}

const trials = fc.array(
  fc.record({
    chance: fc.double({ min: 0.001, max: 0.999, noNaN: true }),
    count: fc.integer({ min: 1, max: 9 }),
  }),
  { minLength: 1, maxLength: 6 },
);

describe('upperTail', () => {
  it('equals the sum over all outcomes, for any classes and any count', () => {
    fc.assert(
      fc.property(trials, fc.nat({ max: 54 }), (classes, least) => {
        const all = classes.flatMap(({ chance, count }) => new Array<number>(count).fill(chance));
        const grouped = {
          chances: Float64Array.from(classes, ({ chance }) => chance),
          counts: classes.map(({ count }) => count),
        };
        const exact = slowTail(all, least);
        const tail = upperTail(grouped, least);
        if (least > all.length) {
          expect(tail).toBe(0);
        } else if (exact < 1e-55) {
          // Chernoff's bound may be returned here: not below the exact value, and far below every threshold.
          expect(tail).toBeGreaterThanOrEqual(exact * (1 - 1e-9));
          expect(tail).toBeLessThan(1e-50);
        } else {
          expect(Math.abs(tail / exact - 1)).toBeLessThan(1e-9);
        }
      }),
    );
  });

  it('keeps its relative precision far out in the tail', () => {
    // Binomial(1000, 0.01) at 60: the sum of the terms, in logarithms.
    let exact = 0;
    for (let k = 60; k <= 200; k++) {
      let log = 0;
      for (let i = 1; i <= k; i++) {
        log += Math.log((1000 - k + i) / i);
      }
      exact += Math.exp(log + k * Math.log(0.01) + (1000 - k) * Math.log(0.99));
    }
    const tail = upperTail({ chances: new Float64Array([0.01]), counts: [1000] }, 60);
    expect(Math.abs(tail / exact - 1)).toBeLessThan(1e-9);
  });

  it('counts certain successes and impossible ones apart', () => {
    const some = { chances: new Float64Array([1, 0, 0.5]), counts: [3, 5, 2] };
    expect(upperTail(some, 3)).toBe(1);
    expect(upperTail(some, 4)).toBeCloseTo(0.75, 12);
    expect(upperTail(some, 5)).toBeCloseTo(0.25, 12);
    expect(upperTail(some, 6)).toBe(0);
  });

  it('decreases as the count grows', () => {
    fc.assert(
      fc.property(trials, fc.nat({ max: 50 }), (classes, least) => {
        const grouped = {
          chances: Float64Array.from(classes, ({ chance }) => chance),
          counts: classes.map(({ count }) => count),
        };
        expect(upperTail(grouped, least + 1)).toBeLessThanOrEqual(upperTail(grouped, least) * (1 + 1e-12));
        // At least half of the mass lies at or above the mean rounded down (Jogdeo & Samuels 1968).
        expect(upperTail(grouped, Math.floor(meanOf(grouped)))).toBeGreaterThanOrEqual(0.5 - 1e-12);
      }),
    );
  });
});
