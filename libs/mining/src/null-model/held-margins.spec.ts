import { describe, expect, it } from '@jest/globals';
import { heldMarginsTail } from './held-margins.ts';

/** Tail for two facets and n members who are all alike: the number who carry both is hypergeometric (Fisher 1935). */
function hypergeometricTail(members: number, a: number, b: number, least: number): number {
  const logChoose = (n: number, k: number) => {
    let log = 0;
    for (let i = 1; i <= k; i++) {
      log += Math.log((n - k + i) / i);
    }
    return log;
  };
  let sum = 0;
  for (let both = least; both <= Math.min(a, b); both++) {
    sum += Math.exp(logChoose(a, both) + logChoose(members - a, b - both) - logChoose(members, b));
  }
  return sum;
}

describe('heldMarginsTail', () => {
  it.each([
    [100, 12, 15, 5],
    [100, 12, 15, 8],
    [120, 20, 25, 11],
    [500, 30, 40, 9],
    [60, 10, 10, 9],
    [200, 8, 90, 8],
  ])(
    'stays a little above the exact tail: %i members, %i and %i carriers, %i with both',
    (members, a, b, both) => {
      const [pa, pb] = [a / members, b / members];
      const chances = new Float64Array([(1 - pa) * (1 - pb), pa * (1 - pb), (1 - pa) * pb, pa * pb]);
      const tail = heldMarginsTail([{ count: members, chances }], [a, b], 2, both);
      const exact = hypergeometricTail(members, a, b, both);
      expect(tail! / exact).toBeGreaterThan(1);
      expect(tail! / exact).toBeLessThan(both >= Math.min(a, b) - 1 ? 4 : 1.4);
    },
  );
});
