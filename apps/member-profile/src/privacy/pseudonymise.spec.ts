import { describe, expect, it } from '@jest/globals';
import { stripInvisible } from '@warren/facets';
import { possibleFullNames, wordsOf } from './name-windows.ts';
import { namesOf } from './names.ts';
import { pseudonymise, truncate } from './pseudonymise.ts';

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
    ['ZOË O\u0308QUILL and zoe\u0308 o’quill', '[name] and [name]'],
    ['zoe_oquill, zoe.oquill, #ZoeOQuill or ZoeOQuill', '[name], [name], #[name] or [name]'],
    ['**Zoë** *O’Quill*', '**[name]*'],
    ['Zoë "Zo" O’Quill', '[name]'],
    ['Z. O’Quill, Z O’Quill, Zoë O.', '[name], [name], [name].'],
    ['ask VINTARO PLUMSTED’s neighbour, Plumsted, Vintaro', 'ask [name]’s neighbour, [name]'],
    ['V. Plumsted or Vintaro P. or vintaroplumsted', '[name] or [name]. or vintaroplumsted'],
    ['Ruby Jo Baker, R. Baker, Ruby B., Baker, Ruby', '[name], [name], [name]., [name]'],
    ['with ruby baker and Ruby   Baker', 'with [name] and [name]'],
    ['the Plumsteds, Plumsteds’ jam, OQUILLS', 'the [name], [name]’ jam, [name]'],
    ['l’atelier de Zoé, d’Zoë', 'l’atelier de [name], d’[name]'],
  ])('redacts names in: %s', (text, expected) => {
    expect(scrub(text)).toBe(expected);
  });

  it('keeps words that are names only by coincidence', () => {
    const text = 'Baker by trade. I write Ruby and Python, and plumsted is a word. Will you come?';
    expect(scrub(text, 'Will', 'Rose')).toBe(text);
    expect(scrub('I am Will, and will come', 'Will', 'Rose')).toBe('I am [name], and will come');
  });

  it('finds names in scripts without spaces between words', () => {
    expect(scrub('我是李明，喜欢画画', '明', '李')).toBe('我是[name]，喜欢画画');
  });

  it('drops invisible characters, and keeps lines', () => {
    expect(stripInvisible('a\u200bb\u0007 \u202ec\r\n\td\n\n\n\ne\u{e0041}')).toBe('ab c\nd\n\ne');
    expect(scrub('Vin\u200btaro Plum\u00adsted')).toBe('[name]');
  });
});

describe('names in many spellings', () => {
  const own = (text: string, first: string, last: string) =>
    pseudonymise(text, { own: namesOf(first, last), known: new Set(), isTerm });

  it.each([
    [
      'Anne-Marie',
      'Duval-Ortiz',
      'Anne Marie Duval Ortiz, Anne-Marie Duval, Marie Ortiz',
      '[name], [name], [name]',
    ],
    ['Jürgen', 'Müller', 'Juergen Mueller, Jurgen Muller, JÜRGEN', '[name], [name], [name]'],
    ['Łukasz', 'Bjørnstad', 'Lukasz Bjornstad', '[name]'],
    [
      'Rose',
      'Quill',
      'I’m Rose. Rose paints. Rose’s shop. i am rose',
      'I’m [name]. [name] paints. [name]’s shop. i am [name]',
    ],
    ['Rose', 'Quill', 'Rose gardens and a rose', 'Rose gardens and a rose'],
    ['An', 'Do', 'I do an evening. I am An Do. Do you?', 'I do an evening. I am [name]. Do you?'],
    ['Will', 'Ingram', 'I hope Will I am', 'I hope [name] I am'],
    ['Marisol Quintanilla', '', 'Quintanilla, Marisol', '[name]'],
    ['Мария', 'Иванова', 'Я МАРИЯ ИВАНОВА', 'Я [name]'],
    ['민준', '김', '저는 김민준입니다', '저는 [name]입니다'],
    ['ガブリエル', '', '私はガブリエルです', '私は[name]です'],
  ])('of %s %s', (first, last, text, expected) => {
    expect(own(text, first, last)).toBe(expected);
  });

  it('of others, in scripts without spaces', () => {
    const all = new Set(namesOf('明', '李'));
    const words = wordsOf(['我和李明一起画画']);
    const found = new Set([...all].filter((name) => words.has(name)));
    expect(pseudonymise('我和李明一起画画', { own: [], known: found, isTerm })).toBe('我和[name]一起画画');
  });

  it('of accounts that the member’s own addresses reveal', () => {
    const handles = ['zoeq', 'zo.paints'];
    expect(pseudonymise('I am ZoeQ and zo.paints; zoeqs', { own: [], handles, known, isTerm })).toBe(
      'I am [handle] and [handle]; zoeqs',
    );
  });
});

describe('looking names up', () => {
  it('looks up single words, then runs of words that are all names', () => {
    const text = 'With vintaro plumsted, and Ruby; Baker';
    expect(wordsOf([text])).toEqual(new Set(['with', 'vintaro', 'plumsted', 'and', 'ruby', 'baker']));
    expect(possibleFullNames([text], known)).toEqual(new Set(['vintaro plumsted']));
  });
});

it('truncates a long text between words', () => {
  expect(truncate('one two three', 9)).toBe('one two …');
  expect(truncate('one two', 7)).toBe('one two');
});
