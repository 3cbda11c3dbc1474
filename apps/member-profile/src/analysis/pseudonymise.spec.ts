import { describe, expect, it } from '@jest/globals';
import { namesOf } from '../members/names.ts';
import { possibleFullNames, pseudonymise, shortened, visible, wordsOf } from './pseudonymise.ts';

const known = new Set([
  ...namesOf('Vintaro', 'Plumsted'),
  ...namesOf('Ruby', 'Baker'),
  ...namesOf('Go', 'Python'),
]);
const isTerm = (word: string): boolean => ['python', 'ruby'].includes(word.toLowerCase());
const scrub = (text: string, first = 'Zoë', last = "O'Quill") =>
  pseudonymise(text, { own: namesOf(first, last), known, isTerm });

describe('pseudonymise', () => {
  it.each([
    ["I'm Zoë O'Quill, hello", "I'm [name], hello"],
    ['zoe says hi; ZOE’S shop; O’Quill too', '[name] says hi; [name]’S shop; [name] too'],
    ["O'Quill, Zoë (baker)", '[name] (baker)'],
    ['taught by vintaro plumsted himself', 'taught by [name] himself'],
    ['Plumsted taught me', '[name] taught me'],
    ['I bake like a baker, says Ruby Baker', 'I bake like a baker, says [name]'],
    ['Zoë T. O’Quill', '[name]'],
  ])('takes names out of: %s', (text, expected) => {
    expect(scrub(text)).toBe(expected);
  });

  it('leaves words that are names only by chance', () => {
    const text = 'Baker by trade. I write Ruby and Python, and plumsted is a word. Will you come?';
    expect(scrub(text, 'Will', 'Rose')).toBe(text);
    expect(scrub('I am Will, and will come', 'Will', 'Rose')).toBe('I am [name], and will come');
  });

  it('finds names in scripts that put no blanks between words', () => {
    expect(scrub('我是李明，喜欢画画', '明', '李')).toBe('我是[name]，喜欢画画');
  });

  it('drops what cannot be seen, and keeps lines', () => {
    expect(visible('a\u200bb\u0007 \u202ec\r\n\td\n\n\n\ne\u{e0041}')).toBe('ab c\nd\n\ne');
    expect(scrub('Vin\u200btaro Plum\u00adsted')).toBe('[name]');
  });
});

describe('looking names up', () => {
  it('asks for single words, then for runs of words that are all names', () => {
    const text = 'With vintaro plumsted, and Ruby; Baker';
    expect(wordsOf([text])).toEqual(new Set(['with', 'vintaro', 'plumsted', 'and', 'ruby', 'baker']));
    expect(possibleFullNames([text], known)).toEqual(new Set(['vintaro plumsted']));
  });
});

it('cuts a long text between words', () => {
  expect(shortened('one two three', 9)).toBe('one two …');
  expect(shortened('one two', 7)).toBe('one two');
});
