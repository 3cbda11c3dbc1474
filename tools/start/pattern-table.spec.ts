import { describe, expect, it } from '@jest/globals';
import type { Evidence } from '@warren/contracts';
import { inWords } from './pattern-table.ts';

const evidence: Evidence = {
  basis: 'beyond_chance',
  facets: [{ key: 'skill:a', label: 'A', in_pattern: 9, in_community: 12 }],
  statistics: {
    ...{ observed: 9, share: 0.1, share_low: 0.05, share_high: 0.2, expected: 8, p_value: 1, q_value: 1 },
    ...{ lift: 1.1, lift_low: 0.6, lift_high: 2, tested: 900 },
  },
};

describe('the evidence of a pattern in one sentence', () => {
  it('claims more than chance only while the pattern holds', () => {
    expect(inWords(evidence)).toMatch(/^beyond chance: 9 where 8.0 are expected/);
    expect(inWords(evidence, false)).toBe('holds no more: 9 members where 8.0 are expected; A');
    const none = { ...evidence.statistics, expected: null, lift: null };
    expect(inWords({ ...evidence, statistics: none }, false)).toBe('holds no more: 9 members; A');
  });

  it('compares with chance only what was', () => {
    const none = { ...evidence.statistics, expected: null, lift: null };
    const sides = { givers: [1, 2], seekers: [3] };
    for (const basis of ['shared', 'share', 'wish', 'swap'] as const) {
      expect(inWords({ ...evidence, basis, sides, statistics: none })).not.toMatch(/chance|expected/);
    }
    expect(inWords({ ...evidence, basis: 'shared', sides })).toMatch(/chance may explain it: 9 where 8.0/);
  });
});
