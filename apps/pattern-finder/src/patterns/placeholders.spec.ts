import { describe, expect, it } from '@jest/globals';
import type { Evidence } from '@warren/contracts';
import { renderDescription, fillPlaceholders } from './placeholders.ts';

const evidence: Evidence = {
  basis: 'beyond_chance',
  facets: [],
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
const { statistics } = evidence;

describe('the numbers in an analyst’s text', () => {
  it('are today’s, filled in by the service', () => {
    const text = '{member_count} members ({share}), {expected} expected, lift {lift}';
    expect(fillPlaceholders(text, evidence)).toBe('12 members (10 %), 0.2 expected, lift 50.0');
    const grown = { ...evidence, statistics: { ...statistics, observed: 15, expected: 0.01 } };
    expect(fillPlaceholders(text, grown)).toMatch(/^15 members .* almost none expected/);
  });

  it('are a dash if the basis no longer has them', () => {
    const share = { ...evidence, basis: 'share' as const, statistics: { ...statistics, lift: null } };
    expect(fillPlaceholders('lift {lift}', share)).toBe('lift –');
  });
});

it('says of a shared pattern that chance may explain it, and of no other', () => {
  expect(renderDescription('They meet.', { ...evidence, basis: 'shared' })).toBe(
    'They meet. Chance may explain this.',
  );
  expect(renderDescription('They meet.', evidence)).toBe('They meet.');
});
