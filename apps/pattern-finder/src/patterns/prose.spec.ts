import { describe, expect, it } from '@jest/globals';
import type { Evidence } from '@warren/contracts';
import { fillNumbers } from './prose.ts';

const evidence: Evidence = {
  basis: 'beyond_chance',
  facets: [{ key: 'skill:3d printing', label: '3D printing', in_pattern: 9, in_community: 11 }],
  statistics: {
    observed: 12,
    share: 0.097,
    share_low: 0.06,
    share_high: 0.16,
    expected: 0.24,
    lift: 50.04,
    lift_low: 20,
    lift_high: 90,
    p_value: 1e-9,
    q_value: 1e-6,
    tested: 1000,
  },
};

describe('the numbers in an analyst’s words', () => {
  it('are filled in by the service', () => {
    expect(
      fillNumbers('{member_count} members ({share}), {expected} expected, lift {lift}', 'name', evidence),
    ).toBe('12 members (10 %), 0.2 expected, lift 50.0');
  });

  it('are refused where the analyst wrote one, with what to write instead', () => {
    expect(() => fillNumbers('All 42 of them', 'description', evidence)).toThrow(
      /"42" is a number of your own/,
    );
  });

  it('may stand in the label of a facet of the pattern', () => {
    expect(fillNumbers('Friends of 3d printing', 'name', evidence)).toBe('Friends of 3d printing');
    expect(() => fillNumbers('Friends of 4d printing', 'name', evidence)).toThrow(/4d/);
  });

  it('are refused where the basis has none', () => {
    const share = {
      ...evidence,
      basis: 'share' as const,
      statistics: { ...evidence.statistics, lift: null },
    };
    expect(() => fillNumbers('lift {lift}', 'name', share)).toThrow(/has no \{lift\}/);
  });
});
