import { describe, expect, it } from '@jest/globals';
import { answers } from './answers.ts';

describe('answers', () => {
  const none = (): void => undefined;

  it.each([
    ['a text', 'Tea', [{ prompt: '', response: 'Tea' }]],
    ['JSON in a text', '[{"prompt": "Q", "response": "A"}]', [{ prompt: 'Q', response: 'A' }]],
    ['a text that begins like JSON', '{tea', [{ prompt: '', response: '{tea' }]],
    ['questions', [{ question: 'Q', answer: ['a', 'b'] }], [{ prompt: 'Q', response: 'a, b' }]],
    [
      'a map',
      { Q: 'A', R: 2 },
      [
        { prompt: 'Q', response: 'A' },
        { prompt: 'R', response: '2' },
      ],
    ],
    ['nothing', null, []],
    ['empty answers', ['', { prompt: 'Q', response: ' ' }], []],
  ])('reads %s', (_, value, expected) => {
    expect(answers(value, none)).toEqual(expected);
  });

  it('rejects an answer that is no text, and keeps the others', () => {
    const reasons: string[] = [];
    expect(answers(['Tea', Number.NaN], (reason) => reasons.push(reason))).toHaveLength(1);
    expect(reasons).toEqual(['entry 2: NaN is not text: write it as text']);
  });
});
