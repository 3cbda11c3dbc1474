import { describe, expect, it } from '@jest/globals';
import { isAnalysed } from './members.ts';

describe('who is analysed', () => {
  it.each([
    [true, 'active', true],
    [true, 'trial', true],
    [true, 'paused', true],
    [true, 'cancelled', false],
    [true, 'expired', false],
    [false, 'active', false],
  ] as const)('public %s, %s: %s', (is_public, membership_status, expected) => {
    expect(isAnalysed({ is_public, membership_status })).toBe(expected);
  });
});
