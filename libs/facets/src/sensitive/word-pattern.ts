import { wordTestOf } from './word-test.ts';
import type { WordTest } from './word-test.ts';
import { foldWord } from './words.ts';
import type { TextWord } from './words.ts';

/** A word of a pattern: spellings, of which one fits, and whether it may be absent. */
interface PatternWord {
  readonly fits: WordTest;
  readonly isOptional: boolean;
  /** Most words that may stand before it. */
  readonly gap: number;
}

/** Words in a row, within one sentence. */
export interface WordPattern {
  readonly first: readonly string[];
  readonly rest: readonly PatternWord[];
}

const usualGap = 3;
/** Most words of a pattern. */
export const mostWords = 24;
const isSpelling = /^\*?[\p{L}\p{M}\p{N}]+\*?$/u;

/** Named alternatives, which patterns say as `@name`. */
export type WordSets = Readonly<Record<string, string>>;

/**
 * Parses patterns, separated by commas and line breaks. A pattern is words in a row: `a/b` is either, `cathol*`, `*sucht`
 * and `*krank*` parts of a word, `?x` one that may be absent, `_` any word, `#` a number, `..` up to three words, `..5` up
 * to five, and `@name` the words of a set.
 */
export function wordPatternsOf(patterns: string, sets: WordSets = {}): WordPattern[] {
  return patterns
    .split(/[,\n]/u)
    .map((pattern) => pattern.trim())
    .filter((pattern) => pattern !== '')
    .map((pattern) => wordPatternOf(pattern, sets));
}

function wordPatternOf(pattern: string, sets: WordSets): WordPattern {
  const words: PatternWord[] = [];
  let first: readonly string[] | undefined;
  let gap = 0;
  for (const part of pattern.split(/\s+/u)) {
    const [, most] = /^\.\.(\d*)$/u.exec(part) ?? [];
    if (most !== undefined) {
      gap = most === '' ? usualGap : Number(most);
      continue;
    }
    const isOptional = part.startsWith('?');
    const spellings = spellingsOf(isOptional ? part.slice(1) : part, pattern, sets);
    first ??= spellings;
    words.push({ fits: wordTestOf(spellings), isOptional, gap });
    gap = 0;
  }
  const [begin, ...rest] = words;
  if (first === undefined || begin?.isOptional !== false || words.length > mostWords || first.includes('_')) {
    throw new Error(`a pattern begins with a word, and has at most ${mostWords}: "${pattern}"`);
  }
  return { first, rest };
}

function spellingsOf(part: string, pattern: string, sets: WordSets): string[] {
  return part.split('/').flatMap((spelling) => {
    if (spelling === '_' || spelling === '#') {
      return [spelling];
    }
    if (spelling.startsWith('@')) {
      const words = sets[spelling.slice(1)];
      if (words === undefined) {
        throw new Error(`there are no words ${spelling}: "${pattern}"`);
      }
      return foldedSet(words);
    }
    if (!isSpelling.test(spelling)) {
      throw new Error(`"${spelling}" is not a word: "${pattern}"`);
    }
    return foldedSpellings(spelling);
  });
}

const foldedSets = new Map<string, readonly string[]>();

function foldedSet(words: string): readonly string[] {
  const folded = foldedSets.get(words) ?? words.trim().split(/\s+/u).flatMap(foldedSpellings);
  foldedSets.set(words, folded);
  return folded;
}

/** Patterns name the same few hundred words over and over. */
const spellings = new Map<string, readonly string[]>();

/** A spelling folded, and as people write it who have no umlauts. */
function foldedSpellings(spelling: string): readonly string[] {
  const known = spellings.get(spelling);
  if (known !== undefined) {
    return known;
  }
  const folded = fold(spelling);
  spellings.set(spelling, folded);
  return folded;
}

function fold(spelling: string): string[] {
  if (/^\*?[a-z0-9]+\*?$/.test(spelling)) {
    return [spelling];
  }
  const folded = (word: string): string =>
    `${word.startsWith('*') ? '*' : ''}${foldWord(word.replaceAll('*', ''))}${word.endsWith('*') ? '*' : ''}`;
  const lower = spelling.normalize('NFC').toLowerCase();
  const long = lower.replaceAll('ä', 'ae').replaceAll('ö', 'oe').replaceAll('ü', 'ue');
  return long === lower ? [folded(spelling)] : [folded(spelling), folded(long)];
}

/** The place after a pattern of which the first word stands at `at`; undefined where the others do not follow. */
export function endOfPattern(
  { rest }: WordPattern,
  words: readonly TextWord[],
  at: number,
): number | undefined {
  return endFrom(rest, 0, words, at + 1, words[at]?.sentence ?? 0);
}

function endFrom(
  rest: readonly PatternWord[],
  next: number,
  words: readonly TextWord[],
  at: number,
  sentence: number,
): number | undefined {
  const wanted = rest[next];
  if (wanted === undefined) {
    return at;
  }
  for (let place = at; place <= at + wanted.gap; place += 1) {
    const word = words[place];
    if (word?.sentence !== sentence) {
      break;
    }
    if (wanted.fits(word.folded)) {
      const end = endFrom(rest, next + 1, words, place + 1, sentence);
      if (end !== undefined) {
        return end;
      }
    }
  }
  return wanted.isOptional ? endFrom(rest, next + 1, words, at, sentence) : undefined;
}
