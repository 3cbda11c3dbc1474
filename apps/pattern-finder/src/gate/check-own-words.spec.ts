import { describe, expect, it } from '@jest/globals';
import type { Evidence } from '@warren/contracts';
import { checkOwnWords } from './check-own-words.ts';

const shown = [
  {
    memberId: 1,
    texts: ['I rebuilt the harbour crane with my own two hands', 'What would you teach? Knots.'],
  },
  { memberId: 2, texts: ['What would you teach? Sails.'] },
];
const statistics = {
  ...{ observed: 3, share: 0.1, share_low: 0, share_high: 1, expected: null, lift: null },
  ...{ lift_low: null, lift_high: null, p_value: null, q_value: null, tested: null },
};

function evidence(...quotes: string[]): Evidence {
  return {
    basis: 'quotes',
    facets: [],
    statistics,
    quotes: quotes.map((quote, at) => ({ member_id: at + 1, field: 'bio', quote })),
  };
}

const text = (description: string, name = 'Crane people') => ({
  name,
  description,
  questionPrompts: ['What would you teach?', 'Who would help you?'],
});

describe('words of a member in a text', () => {
  it('are rejected from six words on, without being repeated in the reason', () => {
    const copied = text('They say: rebuilt the harbour crane with my own hands.');
    expect(() => checkOwnWords(copied, evidence(), shown)).toThrow(
      /^description: it repeats six words or more/,
    );
    expect(() =>
      checkOwnWords(text('Whoever rebuilt the harbour crane knows.'), evidence(), shown),
    ).not.toThrow();
  });

  it('are six in a row of one member, also common words and words that stand there twice', () => {
    const said = [
      { memberId: 1, texts: ['harbour and that is what cranes are for'] },
      { memberId: 2, texts: ['that is what cranes want most'] },
    ];
    const check = (description: string) => () => checkOwnWords(text(description), evidence(), said);
    expect(check('One says harbour and that is what cranes.')).toThrow(/^description/);
    expect(check('Harbour and that is. Harbour and that is what cranes.')).toThrow(/^description/);
    expect(check('Harbour and that is what cranes want')).toThrow(/^description/);
    expect(check('One says harbour and that is what.')).not.toThrow();
    expect(check('Five: and that is what cranes want')).not.toThrow();
  });

  it('are allowed where the pattern quotes them, but in no name', () => {
    const quoted = evidence('I rebuilt the harbour crane with my own two hands');
    expect(() =>
      checkOwnWords(text('“I rebuilt the harbour crane with my own two hands”, says one.'), quoted, shown),
    ).not.toThrow();
    expect(() => checkOwnWords(text('They build.', 'Rebuilt the harbour crane'), quoted, shown)).toThrow(
      /^name: /,
    );
  });

  it('are not those that several members have from a form', () => {
    const asked = text('What would you teach, and what would you teach next?');
    expect(() => checkOwnWords(asked, evidence(), shown)).not.toThrow();
  });
});
