import { describe, expect, it } from '@jest/globals';
import { difference, stateOf } from './life-cycle.ts';
import type { Measured } from './life-cycle.ts';

function measured(memberCount: number, change: Partial<Measured> = {}): Measured {
  return { memberCount, left: 0, holds: true, ...change };
}

describe('the state of a pattern', () => {
  it('is new after its first observation', () => {
    expect(stateOf(true, measured(5), undefined)).toBe('new');
  });

  it('is reinforced with more members, weakened with fewer, unchanged with the same', () => {
    expect(stateOf(true, measured(6), measured(5))).toBe('reinforced');
    expect(stateOf(true, measured(4), measured(5))).toBe('weakened');
    expect(stateOf(true, measured(5), measured(5))).toBe('unchanged');
  });

  it('is weakened where more than half of as many members are others', () => {
    expect(stateOf(true, measured(4, { left: 3 }), measured(4))).toBe('weakened');
    expect(stateOf(true, measured(4, { left: 2 }), measured(4))).toBe('unchanged');
  });

  it('is retired while its rule does not hold or it was dismissed, and reactivated when it holds again', () => {
    expect(stateOf(true, measured(2, { holds: false }), measured(5))).toBe('retired');
    expect(stateOf(false, measured(5), measured(5))).toBe('retired');
    expect(stateOf(true, measured(5), measured(2, { holds: false }))).toBe('reactivated');
  });
});

describe('the difference of two memberships', () => {
  it('tells who came and who went', () => {
    expect(difference([1, 2, 3], [2, 3, 4, 5])).toEqual({ joined: [4, 5], left: [1] });
  });
});
