import { describe, expect, it } from '@jest/globals';
import type { Evidence } from '@warren/contracts';
import { facetShares } from './facet-shares.ts';

const none = {
  expected: null,
  lift: null,
  lift_low: null,
  lift_high: null,
  p_value: null,
  q_value: null,
  tested: null,
};

function evidence(observed: number, total: number, in_pattern: number, in_community: number): Evidence {
  return {
    basis: 'share',
    facets: [{ key: 'skill:a', label: 'A', in_pattern, in_community }],
    statistics: { observed, share: observed / total, share_low: 0, share_high: 1, ...none },
  };
}

describe('facetShares', () => {
  it('compares the members of a pattern with everybody else', () => {
    expect(facetShares(evidence(12, 123, 9, 20))).toEqual([
      {
        key: 'skill:a',
        label: 'A',
        in_pattern: 9,
        in_community: 20,
        share_in_pattern: 0.75,
        elsewhere: 11,
        share_elsewhere: 11 / 111,
      },
    ]);
  });

  it('finds the size of the community again, however large it is', () => {
    for (const total of [3, 7, 997, 99_991, 1_000_003]) {
      expect(facetShares(evidence(3, total, 3, total))[0]).toMatchObject({
        share_elsewhere: total === 3 ? null : 1,
      });
    }
  });

  it('has no shares of members that do not exist', () => {
    expect(facetShares(evidence(0, 10, 0, 4))[0]).toMatchObject({
      share_in_pattern: null,
      share_elsewhere: null,
    });
    expect(facetShares(evidence(5, 5, 5, 5))[0]).toMatchObject({
      share_in_pattern: 1,
      share_elsewhere: null,
    });
  });
});
