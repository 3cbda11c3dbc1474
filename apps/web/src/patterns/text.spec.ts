import { describe, expect, it } from '@jest/globals';
import type { Basis, Evidence, Reading } from '@warren/contracts';
import {
  currentBasis,
  evidenceSentence,
  objectionsOf,
  readingText,
  reasonText,
  sideNames,
  stateText,
} from './text.ts';

const numbers = { share: 0.1, share_low: 0.05, share_high: 0.2, p_value: null };
const sentenceOf = (
  basis: Basis,
  statistics: Partial<Evidence['statistics']>,
  more: Partial<Evidence> = {},
  holds = true,
) => {
  const none = { expected: null, lift: null, lift_low: null, lift_high: null, q_value: null, tested: null };
  const all = { observed: 12, ...numbers, ...none, ...statistics };
  return evidenceSentence({ evidence: { basis, facets: [], statistics: all, ...more }, holds });
};

describe('the sentence of a pattern', () => {
  it('gives the ratio if it is beyond chance, and the number of possible rules if it may be chance', () => {
    const proven = { expected: 0.2, lift: 62, lift_low: 36, lift_high: 104, q_value: 1e-6, tested: 900 };
    expect(sentenceOf('beyond_chance', proven)).toBe(
      '12 members where chance would give 0.2: 62 times as many.',
    );
    const shared = { expected: 0.2, lift: 62, lift_low: 1, lift_high: 200, q_value: 0.3, tested: 12_000 };
    expect(sentenceOf('shared', shared)).toBe(
      '12 members where chance would give 0.2: among 12,000 possible rules, it may be chance.',
    );
  });

  it('gives the size of each side where there is no expected number, and no comparison', () => {
    const sides = { givers: [1, 2, 3], seekers: [4, 5, 6, 7] };
    expect(sentenceOf('shared', {}, { sides })).toBe('3 members on one side, 4 on the other.');
    expect(sentenceOf('share', {}, { sides })).toBe('3 members on one side, 4 on the other.');
    expect(sentenceOf('swap', {}, { sides })).toBe(
      '3 members on one side, 4 on the other, and each looks for what the other has.',
    );
    const compared = { expected: 2, lift: 6, lift_low: 1, lift_high: 9, tested: 40 };
    expect(sentenceOf('shared', compared, { sides })).toBe(
      '12 members where chance would give 2: among 40 possible rules, it may be chance.',
    );
  });

  it('counts sides and quotes, and says nothing of them where they are not told', () => {
    const sides = { givers: [1, 2], seekers: [3, 4, 5] };
    expect(sentenceOf('wish', {}, { sides })).toBe('3 members look for it, 2 can give it.');
    expect(sentenceOf('wish', {})).toBe('12 members look for it or can give it.');
    const quotes = [{ member_id: 1, field: 'bio' as const, quote: 'I weave.' }];
    expect(sentenceOf('quotes', {}, { quotes })).toBe('12 members, in their own words (1 quote).');
    expect(sentenceOf('quotes', {})).toBe('12 members, in their own words.');
  });

  it('gives both sides that keep apart, and the bridges between them', () => {
    const sides = { givers: [1, 2, 3], seekers: [4, 5, 6, 7] };
    const few = { observed: 2, expected: 9.6, lift: 0.2, lift_low: 0.1, lift_high: 0.7 };
    expect(sentenceOf('apart', few, { sides, bridges: [8, 9] })).toBe(
      '3 members on one side, 4 on the other; 2 bridges belong to both, where chance would give 9.6.',
    );
    expect(sentenceOf('apart', { ...few, observed: 0 }, { sides, bridges: [] })).toMatch(
      /nobody belongs to both/,
    );
    expect(sideNames('apart').both).toBe('A bridge');
  });

  it('no longer claims the basis of a retired pattern', () => {
    expect(
      sentenceOf('beyond_chance', {
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

describe('a pattern that no longer holds', () => {
  it('claims nothing in its sentence, whatever its last basis and numbers', () => {
    const sides = { sides: { givers: [1], seekers: [] } };
    expect(sentenceOf('beyond_chance', { observed: 9 }, {}, false)).toBe('9 members: it holds no more.');
    expect(sentenceOf('beyond_chance', { observed: 0, expected: 0 }, {}, false)).toBe(
      '0 members where chance would give 0: it holds no more.',
    );
    for (const basis of ['beyond_chance', 'shared', 'share', 'wish', 'quotes'] as const) {
      const numbers = { observed: 12, expected: 2, lift: 6, lift_low: 4, lift_high: 8 };
      expect(sentenceOf(basis, numbers, sides, false)).toMatch(
        /^12 members where chance would give 2: it holds no more\.$/,
      );
    }
  });

  it('is not tagged with its last basis', () => {
    const statistics = { observed: 9, expected: null, lift: null, lift_low: null, lift_high: null };
    const all = { ...numbers, ...statistics, q_value: 1, tested: null };
    const evidence = { basis: 'beyond_chance' as const, facets: [], statistics: all };
    expect(currentBasis({ evidence, holds: false })).toMatchObject({ name: 'Holds no more', tone: 'plain' });
    expect(currentBasis({ evidence, holds: true }).name).toBe('More than chance');
  });

  it('is not compared with chance if the expected number is unknown', () => {
    expect(sentenceOf('shared', { observed: 9, tested: 1 })).toBe('9 members.');
  });
});

describe('the label of a change', () => {
  it('says by how many it grew since the run that it is compared with', () => {
    expect(stateText({ state: 'reinforced', member_change: 6 }).name).toBe('Grew by 6');
    expect(stateText({ state: 'new', member_change: null }).name).toBe('New');
  });
});

describe('what a second reader said', () => {
  const none = { beyond: [], sensitive: [], singles_out: [] };
  const read: Reading = {
    at: '2026-03-01T10:00:00.000Z',
    model: 'm',
    verdict: 'carried',
    unread: null,
    ...none,
  };

  it('is told in a sentence, with the reason where there is no verdict', () => {
    expect(readingText(read)).toBe('The evidence carries what it says.');
    expect(readingText({ ...read, verdict: 'none', unread: 'cap' })).toBe(
      'Nobody has read it a second time: the call might have cost more than a cap allows.',
    );
  });

  it('names each objection with its words', () => {
    const sensitive = [{ kind: 'health' as const, words: 'the clinic' }];
    expect(
      objectionsOf({ ...read, beyond: ['for decades'], sensitive, singles_out: ['the miller'] }),
    ).toEqual([
      { what: 'Goes beyond the evidence', words: 'for decades' },
      { what: 'Health', words: 'the clinic' },
      { what: 'It is about one member', words: 'the miller' },
    ]);
  });

  it('is a reason to hold a pattern, beside those of the vocabulary', () => {
    const reason = { about: null, words: '' };
    expect(reasonText({ ...reason, kind: 'unread' })).toBe(
      'No second reader has said that its quotes carry it',
    );
    expect(reasonText({ ...reason, kind: 'singles_out' })).toBe('It is about one member');
    expect(reasonText({ kind: 'sensitive', about: 'faith', words: 'x' })).toBe('Faith');
  });
});
