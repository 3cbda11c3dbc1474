import { describe, expect, it } from '@jest/globals';
import { passagesOf, takenOut, withoutPassages } from './passages.ts';

const said = 'I came home for the river, and I stayed for the people; my sister’s boat was café and school.';
const gone = new Set(passagesOf([said]));
const redact = (text: string): string => withoutPassages(text, (passage) => gone.has(passage));

describe('withoutPassages', () => {
  it.each([
    ['cut', 'Somebody says they “stayed for the people” of it all.', 'Somebody says they “…” of it all.'],
    ['widened', 'It began when I came home for the river one day.', 'It began when … one day.'],
    ['in capitals', 'As they put it, CAME HOME FOR THE RIVER is all.', 'As they put it, … is all.'],
    [
      'with other marks',
      'They say: came — home, for... the (river)! Nothing else.',
      'They say: …)! Nothing else.',
    ],
    [
      'with other apostrophes',
      "Think of my sister's boat was cafe\u0301 or more of that.",
      'Think of … or more of that.',
    ],
    [
      'without apostrophes',
      'There: my sisters boat was the best of them all.',
      'There: … the best of them all.',
    ],
    ['with marks nobody sees', 'Well, ca\u00adme ho\u200bme for the river, they say.', 'Well, …, they say.'],
  ])('removes a passage that is %s', (_how, text, rest) => {
    expect(redact(text)).toBe(rest);
  });

  it('removes passages in scripts without spaces', () => {
    const runs = new Set(passagesOf(['母の介護のために故郷へ戻りました']));
    expect(
      withoutPassages('理由は「母の介護のために」だと、みんなが知っていることです。', (run) => runs.has(run)),
    ).toBe('理由は「…」だと、みんなが知っていることです。');
  });

  it('keeps common words, and three words of theirs', () => {
    for (const text of ['It was for the people, and so on.', 'They came for the river.', '']) {
      expect(redact(text)).toBe(text);
    }
    expect(passagesOf(['and it was for the'])).toEqual([]);
  });

  it('leaves a text that contracts accept where next to nothing is left', () => {
    expect(redact('“I came home for the river”!')).toBe(takenOut);
    expect(redact(takenOut)).toBe(takenOut);
  });
});
