import { describe, expect, it } from '@jest/globals';
import type { Evidence } from '@warren/contracts';
import { checkName, checkWords, tellDescription, tellWords } from './prose.ts';

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
const { statistics } = evidence;

describe('the numbers in an analyst’s words', () => {
  it('are today’s, filled in by the service', () => {
    const text = '{member_count} members ({share}), {expected} expected, lift {lift}';
    expect(tellWords(text, evidence)).toBe('12 members (10 %), 0.2 expected, lift 50.0');
    const grown = { ...evidence, statistics: { ...statistics, observed: 15, expected: 0.01 } };
    expect(tellWords(text, grown)).toMatch(/^15 members .* almost none expected/);
  });

  it.each(['All 42 of them', 'about ½ of them', 'the ２ of them', '{count} of them'])(
    'are refused in "%s"',
    (text) => {
      expect(() => checkWords(text, 'description', evidence)).toThrow(/is a number of your own/);
    },
  );

  it('may stand in the label of a facet of the pattern', () => {
    expect(() => checkWords('Friends of 3d printing', 'name', evidence)).not.toThrow();
    expect(() => checkWords('Friends of 4d printing', 'name', evidence)).toThrow(/4d/);
  });

  it('are refused where the basis has none', () => {
    const share = { ...evidence, basis: 'share' as const, statistics: { ...statistics, lift: null } };
    expect(() => checkWords('lift {lift}', 'description', share)).toThrow(/has no \{lift\}/);
    expect(tellWords('lift {lift}', share)).toBe('lift –');
  });

  it('stand in no name, which must hold when they change', () => {
    expect(() => checkName('The {member_count} makers', evidence)).toThrow(/leave the numbers/);
  });
});

it('says of a shared pattern that chance may explain it, and of no other', () => {
  expect(tellDescription('They meet.', { ...evidence, basis: 'shared' })).toBe(
    'They meet. Chance may explain this.',
  );
  expect(tellDescription('They meet.', evidence)).toBe('They meet.');
});
