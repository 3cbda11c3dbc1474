import { describe, expect, it } from '@jest/globals';
import { parseSensitiveFile } from './sensitive-file.ts';
import { SensitiveWords } from './sensitive-words.ts';

const parse = (text: string) => parseSensitiveFile(text, 'own.csv');

describe('a file of sensitive words', () => {
  it('is JSON or CSV, and adds and removes', () => {
    const expected = [
      { kind: 'health', add: ['moon fever'], remove: ['burnout'] },
      { kind: 'union', add: ['*loge'], remove: [] },
    ];
    expect(
      parse('{"health": {"add": ["moon-fever"], "remove": ["burnout"]}, "union": {"add": ["*loge"]}}'),
    ).toEqual(expected);
    expect(
      parse('\ufeffKind,Words,Action\nhealth,moon fever,\nhealth,burnout,Remove\nunion,*loge,add\n'),
    ).toEqual(expected);
    expect(parse('kind,words\nhealth,moon fever\n')).toEqual([
      { kind: 'health', add: ['moon fever'], remove: [] },
    ]);
  });

  it('takes words with the marks that patterns have for what they are', () => {
    const words = new SensitiveWords(parse('{"health": {"add": ["@moon/fever?"]}}'));
    expect(words.in('the moon fever is back')).toEqual([{ kind: 'health', words: 'moon fever' }]);
  });

  it.each([
    ['kind,words\nilness,flu\n', /row 2: "ilness" is no kind; kinds are health, faith/],
    ['kind,words,action\nhealth,flu,drop\n', /row 2: the action is "add" or "remove", not "drop"/],
    ['kind,words\nhealth,...\n', /row 2: "\.\.\." needs a letter/],
    [`kind,words\nhealth,${'a '.repeat(25)}\n`, /row 2: "a a .*at most 24 words/],
    ['kind,words\nhealth,f*u\n', /row 2: "f\*u" needs a letter/],
    ['word\nflu\n', /row 2: needs a kind and words/],
    ['kind,words\nhealth\n', /own\.csv cannot be used/],
    ['[1]', /must be an object/],
    ['{"health": "flu"}', /health: /],
    ['{', /own\.csv cannot be used/],
  ])('says what is wrong with %j', (text, message) => {
    expect(() => parse(text)).toThrow(message);
  });
});
