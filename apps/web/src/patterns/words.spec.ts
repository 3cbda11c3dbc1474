import { describe, expect, it } from '@jest/globals';
import type { Basis, Evidence } from '@warren/contracts';
import { inOneSentence, stateWords } from './words.ts';

const numbers = { share: 0.1, share_low: 0.05, share_high: 0.2, p_value: null };
const told = (basis: Basis, statistics: Partial<Evidence['statistics']>, more: Partial<Evidence> = {}) => {
  const none = { expected: null, lift: null, lift_low: null, lift_high: null, q_value: null, tested: null };
  const all = { observed: 12, ...numbers, ...none, ...statistics };
  return inOneSentence({ evidence: { basis, facets: [], statistics: all, ...more } });
};

describe('the sentence of a pattern', () => {
  it('says that it is more than chance with how many times, and that it may be chance with how many were tried', () => {
    const proven = { expected: 0.2, lift: 62, lift_low: 36, lift_high: 104, q_value: 1e-6, tested: 900 };
    expect(told('beyond_chance', proven)).toBe('12 members where chance would give 0.2: 62 times as many.');
    const shared = { expected: 0.2, lift: 62, lift_low: 1, lift_high: 200, q_value: 0.3, tested: 12_000 };
    expect(told('shared', shared)).toBe(
      '12 members where chance would give 0.2: among 12,000 possible rules, it may be chance.',
    );
  });

  it('says of a common ground how many are on each side, since no number says what chance would give', () => {
    const sides = { givers: [1, 2, 3], seekers: [4, 5, 6, 7] };
    expect(told('shared', {}, { sides })).toBe(
      '3 members on one side, 4 on the other: it may be chance that they go together.',
    );
  });

  it('does not go on claiming of a retired pattern what it stood on', () => {
    expect(
      told('beyond_chance', {
        observed: 2,
        expected: 3,
        lift: 0.7,
        lift_low: 0.2,
        lift_high: 3,
        q_value: 1,
        tested: 9,
      }),
    ).toBe('2 members where chance would give 3: it holds no more.');
  });
});

describe('the words for how a pattern did', () => {
  it('say by how many it grew since the run that it is compared with', () => {
    expect(stateWords({ state: 'reinforced', member_change: 6 }).name).toBe('Grew by 6');
    expect(stateWords({ state: 'new', member_change: null }).name).toBe('New');
  });
});
