/** Returns whether a folded word is one of some spellings. */
export type WordTest = (word: string) => boolean;

const tests = new Map<string, WordTest>();

/**
 * A test for spellings, of which `*` at either end stands for any letters; `_` is any word, `#` a number. Equal ones are
 * one test.
 */
export function wordTestOf(spellings: readonly string[]): WordTest {
  const name = spellings.join(' ');
  const known = tests.get(name);
  if (known !== undefined) {
    return known;
  }
  const test = newTest(spellings);
  tests.set(name, test);
  return test;
}

/** Returns whether a word is a number, or its place in an order: 1st, 1er. */
export function isNumber(word: string): boolean {
  return /^\d+(?:er|st|nd|rd|th|e|o|a)?$/.test(word);
}

function newTest(spellings: readonly string[]): WordTest {
  if (spellings.includes('_')) {
    return () => true;
  }
  const whole = new Set(spellings.filter((spelling) => !spelling.includes('*') && spelling !== '#'));
  const others = spellings.filter((spelling) => spelling.includes('*')).map(openTest);
  if (spellings.includes('#')) {
    others.push(isNumber);
  }
  return (word) => whole.has(word) || others.some((fits) => fits(word));
}

function openTest(spelling: string): WordTest {
  const part = spelling.replaceAll('*', '');
  if (!spelling.startsWith('*')) {
    return (word) => word.startsWith(part);
  }
  return spelling.endsWith('*') ? (word) => word.includes(part) : (word) => word.endsWith(part);
}
