import { describe, expect, it } from '@jest/globals';
import { endOfPattern, wordPatternsOf } from './word-pattern.ts';
import { wordTestOf } from './word-test.ts';
import { textWordsOf } from './words.ts';

function matches(pattern: string, text: string): boolean {
  const { words } = textWordsOf(text);
  return wordPatternsOf(pattern, { my: 'my our' }).some((one) =>
    words.some(
      ({ folded }, at) => wordTestOf(one.first)(folded) && endOfPattern(one, words, at) !== undefined,
    ),
  );
}

describe('a word pattern', () => {
  it.each([
    ['single mother/father', 'a Single Father here'],
    ['cathol*', 'Catholics'],
    ['*sucht', 'Spielsucht'],
    ['@my faith', 'our faith'],
    ['empty ?every august', 'empty August'],
    ['empty ?every august', 'empty every August'],
    ['key .. mat', 'key is under the mat'],
    ['key ..4 mat', 'key is under the blue mat'],
    ['# years', '12 years'],
    ['süchtig', 'SUECHTIG'],
  ])('%s fits "%s"', (pattern, text) => {
    expect(matches(pattern, text)).toBe(true);
  });

  it.each([
    ['single mother', 'single. Mother'],
    ['cathol*', 'acatholic'],
    ['key .. mat', 'key is under the blue mat'],
    ['key mat', 'key mate'],
  ])('%s does not fit "%s"', (pattern, text) => {
    expect(matches(pattern, text)).toBe(false);
  });

  it.each(['?a', 'a-b', '_ a', '@none', '.. '])('is rejected if it is none: %s', (pattern) => {
    expect(() => wordPatternsOf(pattern)).toThrow(/"/);
  });
});
