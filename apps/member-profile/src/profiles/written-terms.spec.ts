import { describe, expect, it } from '@jest/globals';
import { tradeAtEnd } from '../claims/german-trades.ts';
import { stemTerms } from './written-terms.ts';

const sharesOne = (a: string, b: string): boolean => stemTerms(a).some((term) => stemTerms(b).includes(term));

describe('the forms of a word', () => {
  it.each([
    ['zeichnet', 'zeichne'],
    ['arbeitet', 'arbeiten'],
    ['nähen', 'nähe'],
    ['grafting', 'graft'],
  ])('are one for %s and %s', (a, b) => {
    expect(sharesOne(a, b)).toBe(true);
  });

  it.each([
    ['zeichnet', 'zeigt'],
    ['weben', 'werben'],
  ])('are not one for %s and %s', (a, b) => {
    expect(sharesOne(a, b)).toBe(false);
  });
});

describe('a trade at the end of a German compound', () => {
  it.each([
    ['Kirchenchor', 'chor'],
    ['Hobbyimkerin', 'imkerin'],
    ['Brotbäcker', 'bäcker'],
  ])('is found in %s', (word, trade) => {
    expect(tradeAtEnd(word)).toBe(trade);
  });

  it.each(['Chor', 'Denkmal', 'Anker', 'Vertrag', 'grafischer', 'normaler', 'Augenbrauen'])(
    'is not found in %s',
    (word) => {
      expect(tradeAtEnd(word)).toBeUndefined();
    },
  );
});
