import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { foldLabel, phrasesOf } from './fold.ts';

describe('folding a label', () => {
  it.each([
    ['Screen-Printing', 'screen printing'],
    ['screen_printing', 'screen printing'],
    ['  Screen   printing. ', 'screen printing'],
    ['rolls/buns', 'rolls buns'],
    ['Pen & Paper', 'pen and paper'],
    ['Women’s circles', 'womens circles'],
    ['misc. beverages', 'misc beverages'],
    ['#woodworking', 'woodworking'],
    ['HTML+CSS', 'html css'],
    ['U.S.A.', 'usa'],
    ['Straße', 'strasse'],
    ['ﬁne art', 'fine art'],
    ['Ｃ＋＋', 'c++'],
    ['Arduino™', 'arduino'],
    ['🎸 Guitar', 'guitar'],
    ['🎸', '🎸'],
    ['日本語', '日本語'],
    ['...', ''],
    ['', ''],
  ])('folds %p to %p', (label, folded) => {
    expect(foldLabel(label)).toBe(folded);
  });

  it('keeps meaningful punctuation', () => {
    const labels = [
      'C',
      'C++',
      'C#',
      'F#',
      '.NET',
      'Node.js',
      'D3.js',
      'R',
      '3D',
      'Q#',
      'LGBTQ+',
      'kepler.gl',
      'C++11',
    ];
    expect(labels.map(foldLabel)).toEqual(labels.map((label) => label.toLowerCase()));
    expect(foldLabel('C++/C#, C')).toBe('c++ c# c');
  });

  it('is idempotent for any text', () => {
    const unit = fc.oneof(
      fc.constantFrom(...".+#&'-_/ \t\n(),🎸ﬁßςΣİ´™①Ａ\u0301\u200d"),
      fc.string({ unit: 'binary', maxLength: 1 }),
    );
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 12 }), (label) => {
        const folded = foldLabel(label);
        expect(foldLabel(folded)).toBe(folded);
        expect(folded).toBe(folded.trim());
        expect(folded).not.toMatch(/\s{2}/);
      }),
      { numRuns: 5_000 },
    );
  });

  it('ignores case', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'abcßäéσς.+#- /&') }), (label) => {
        expect(foldLabel(label.toUpperCase())).toBe(foldLabel(label));
      }),
    );
  });
});

describe('splitting prose into words', () => {
  it('separates phrases at punctuation, and keeps words as written', () => {
    const phrases = phrasesOf('I know C++, Node.js and UI/UX. You? Front-end');
    expect(phrases.map(({ words }) => words.map((word) => word.written))).toEqual([
      ['I', 'know', 'C++'],
      ['Node.js', 'and', 'UI', 'UX'],
      ['You'],
      ['Front', 'end'],
    ]);
    expect(phrases.map((phrase) => phrase.startsSentence)).toEqual([true, false, true, true]);
  });
});
