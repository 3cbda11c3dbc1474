import { describe, expect, it } from '@jest/globals';
import { memberOverlap, sameFamily } from './near-duplicates.ts';

describe('a near duplicate', () => {
  it('has shared members over all members', () => {
    expect(memberOverlap([1, 2, 3, 4, 5], [1, 2, 3, 4])).toBeCloseTo(0.8);
    expect(memberOverlap([1, 2], [3])).toBe(0);
    expect(memberOverlap([], [])).toBe(0);
  });

  it('is of the same family', () => {
    expect(sameFamily('rule:a', 'rule:b')).toBe(true);
    expect(sameFamily('rule:a', 'strength:a')).toBe(false);
  });
});
