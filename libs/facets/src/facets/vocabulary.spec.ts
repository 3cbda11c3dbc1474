import { describe, expect, it } from '@jest/globals';
import { foldLabel } from './fold.ts';
import { parseVocabulary } from './vocabulary-file.ts';
import { Vocabulary, VocabularyInvalid } from './vocabulary.ts';

const builtIn = new Vocabulary();

function canonical(label: string, vocabulary = builtIn): string {
  return vocabulary.canonical(foldLabel(label));
}

describe('the built-in vocabulary', () => {
  it('names the people who do what a label says', () => {
    expect(builtIn.people().get('music composition')).toEqual(['composer', 'composers']);
    expect(builtIn.people().has('composer')).toBe(false);
  });

  it.each([
    ['JS', 'javascript'],
    ['js', 'javascript'],
    ['Javascript', 'javascript'],
    ['ECMAScript', 'javascript'],
    ['UX', 'user experience'],
    ['UI/UX Design', 'user experience'],
    ['UI', 'user interface design'],
    ['k8s', 'kubernetes'],
    ['golang', 'go'],
    ['screenprinting', 'screen printing'],
    ['Serigraphy', 'screen printing'],
    ['Silk-screen printing', 'screen printing'],
    ['Do it yourself', 'diy'],
    ['D&D', 'dungeons and dragons'],
    ['CNC', 'cnc machining'],
    ['seamstress', 'sewing'],
    ['Jewellery', 'jewelry making'],
    ['photographers', 'photography'],
    ['Postgres', 'postgresql'],
    ['watercolour', 'watercolor painting'],
    ['SEO', 'search engine optimization'],
  ])('maps %s to %s', (alias, label) => {
    expect(canonical(alias)).toBe(label);
  });

  it('distinguishes C, C++, C# and .NET, and tools from what they are made with', () => {
    const labels = [
      'C',
      'C++',
      'C#',
      '.NET',
      'F#',
      'Objective-C',
      'JavaScript',
      'Node.js',
      'Java',
      'TypeScript',
      'MATLAB',
      'Octave',
    ];
    expect(new Set(labels.map((label) => canonical(label))).size).toBe(labels.length);
  });

  it('does not map everyday words that are languages too', () => {
    for (const word of [
      'coffee',
      'cucumber',
      'salt',
      'progress',
      'cake',
      'fish',
      'curry',
      'fashion',
      'beef',
      'console',
    ]) {
      expect(canonical(word)).toBe(word);
    }
  });

  it('knows more than 300 hand-written labels besides the programming languages', () => {
    expect(new Set(builtIn.names().values()).size).toBeGreaterThan(900);
    expect(builtIn.knows('cobol')).toBe(true);
  });

  it('does not map roles of people, and uses place names for places only', () => {
    expect(builtIn.canonical('photographer', 'role')).toBe('photographer');
    expect(builtIn.canonical('usa', 'location')).toBe('united states');
    expect(builtIn.canonical('usa', 'skill')).toBe('usa');
    expect(builtIn.canonical('js', 'location')).toBe('js');
  });

  it('is fully resolved: a canonical label maps to itself', () => {
    for (const label of builtIn.names().values()) {
      expect(builtIn.canonical(label)).toBe(label);
    }
  });
});

describe('an operator’s own vocabulary', () => {
  const own = (text: string) => new Vocabulary(undefined, parseVocabulary(text, 'own.csv'));

  it('adds and moves aliases, and renames labels with all their aliases', () => {
    expect(canonical('hedgecraft', own('alias,label\nhedgecraft,Hedge laying'))).toBe('hedge laying');
    expect(canonical('k8s', own('alias,label\nk8s,Cloud platforms'))).toBe('cloud platforms');
    expect(canonical('ux design', own('alias,label\nuser experience,UX'))).toBe('ux');
    expect(canonical('ES2020', own('alias,label\nES2020,JS'))).toBe('javascript');
  });

  it('makes an alias a label of its own if it lists itself', () => {
    const vocabulary = own('alias,label\nUX,UX');
    expect(canonical('UX', vocabulary)).toBe('ux');
    expect(canonical('UX design', vocabulary)).toBe('user experience');
  });

  it('is read from JSON lists and objects too', () => {
    const list = '[{"label":"Hedge laying","aliases":["hedgecraft"],"kinds":["skill"]}]';
    const fromList = new Vocabulary(undefined, parseVocabulary(list, 'own.json'));
    expect(fromList.canonical('hedgecraft', 'skill')).toBe('hedge laying');
    expect(fromList.canonical('hedgecraft', 'interest')).toBe('hedgecraft');
    expect(canonical('hedgecraft', own('{"hedgecraft":"Hedge laying"}'))).toBe('hedge laying');
  });

  it('changes the version of the vocabulary; equal content has an equal version', () => {
    expect(new Vocabulary().version).toBe(builtIn.version);
    expect(builtIn.version).toMatch(/^[0-9a-f]{12}$/);
    expect(own('alias,label\na thing,Another thing').version).not.toBe(builtIn.version);
  });

  it.each([
    ['alias,label\nx,One\nx,Two', /"x" is an alias of both "one" and "Two"/],
    ['alias,label\nx,One\nOne,Two', /"One" is a label, and an alias of "Two" too/],
    ['alias,label\nx,\n', /row 2: needs an alias and a label/],
    ['name,label\nx,One', /under the header line "alias,label"/],
    ['alias,label\n???,One', /no letter or digit/],
    ['[{"label":"","aliases":["x"]}]', /entry 1, label/],
    ['[{"label":"x","kinds":["hobby"]}]', /entry 1, kinds/],
    ['{"x":{"y":1}}', /must be a list of/],
    ['[{', /JSON/],
  ])('is rejected with a reason: %s', (text, reason) => {
    expect(() => own(text)).toThrow(VocabularyInvalid);
    expect(() => own(text)).toThrow(reason);
  });
});
