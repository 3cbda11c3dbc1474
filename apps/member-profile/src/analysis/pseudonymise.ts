import { withoutContacts } from '@warren/profiles';
import type { IsTerm } from '@warren/profiles';
import { everydayNames, nameParticles } from './everyday-names.ts';
import { nameWords } from '../members/names.ts';
import type { NameWord } from '../members/names.ts';

/** Whose text it is, and what is known of others. */
export interface Namesakes {
  /** Folded names of the member whose text it is. */
  own: readonly string[];
  /** Folded names of members that occur in the text: full names have a blank. */
  known: ReadonlySet<string>;
  isTerm: IsTerm;
}

/** A full name of more words than this is found by its parts. */
const longestName = 5;
const shortestAlone = 3;

/** A text as it may leave the house: no names of members, no contacts, no characters that cannot be seen. */
export function pseudonymise(text: string, namesakes: Namesakes): string {
  return withoutNames(withoutContacts(visible(text), namesakes.isTerm), namesakes);
}

/** Drops control, formatting and zero-width characters, except line ends; folds runs of blanks. */
export function visible(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/\t/g, ' ')
    .replace(/(?!\n)[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Cn}]|\p{Variation_Selector}|[\u115f\u1160\u3164]/gu, '')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ *\n */g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** At most so many characters, cut between words, with a sign that it was cut. */
export function shortened(text: string, most: number): string {
  if (text.length <= most) {
    return text;
  }
  const cut = text.slice(0, most).toWellFormed().replace('\ufffd', '');
  return `${cut.replace(/\s+\S*$/u, '')} …`;
}

/** The folded words of texts, and those next to each other: what to look for among the names of members. */
export function wordsOf(texts: readonly string[]): Set<string> {
  return new Set(texts.flatMap((text) => nameWords(text).map(({ folded }) => folded)));
}

/** Every run of two to five words that are all names of somebody: what may be a full name. */
export function possibleFullNames(texts: readonly string[], singles: ReadonlySet<string>): Set<string> {
  const found = new Set<string>();
  for (const text of texts) {
    for (const run of runsOf(text, nameWords(text))) {
      for (let from = 0; from < run.length; from += 1) {
        for (let to = from + 2; to <= Math.min(run.length, from + longestName); to += 1) {
          const words = run.slice(from, to).map(({ folded }) => folded);
          if (!words.every((word) => singles.has(word))) {
            break;
          }
          found.add(words.join(' '));
        }
      }
    }
  }
  return found;
}

function withoutNames(text: string, { own, known, isTerm }: Namesakes): string {
  const mine = new Set(own);
  const full = (name: string): boolean => known.has(name) || mine.has(name);
  const marked = new Set<NameWord>();
  const words = nameWords(text).filter(({ start, end }) => !isPlaceholder(text, start, end));
  for (const run of runsOf(text, words)) {
    for (let from = 0; from < run.length; from += 1) {
      for (let to = Math.min(run.length, from + longestName); to >= from + 2; to -= 1) {
        const window = run.slice(from, to);
        if (full(window.map(({ folded }) => folded).join(' '))) {
          window.forEach((word) => marked.add(word));
          break;
        }
      }
    }
  }
  for (const word of words) {
    if (isOwnName(text, word, mine) || isLoneName(word, known, isTerm)) {
      marked.add(word);
    }
  }
  return withoutUnspaced(replaceMarked(text, [...marked]), own);
}

/** A word of the member's own name; one that is an everyday word too only where it is written as a name. */
function isOwnName(text: string, word: NameWord, own: ReadonlySet<string>): boolean {
  const parts = [word.folded, ...word.folded.split('-')];
  if (!parts.some((part) => part.length > 1 && own.has(part) && !nameParticles.has(part))) {
    return false;
  }
  return !everydayNames.has(word.folded) || (isCapital(word.text) && !startsSentence(text, word.start));
}

/** Somebody's first or last name alone: written as a name, and nothing else that it could mean. */
function isLoneName(word: NameWord, known: ReadonlySet<string>, isTerm: IsTerm): boolean {
  return (
    isCapital(word.text) &&
    word.folded.length >= shortestAlone &&
    known.has(word.folded) &&
    !everydayNames.has(word.folded) &&
    !nameParticles.has(word.folded) &&
    !isTerm(word.text)
  );
}

function isCapital(word: string): boolean {
  return /^[\p{Lu}\p{Lt}\p{Lo}]/u.test(word);
}

function startsSentence(text: string, start: number): boolean {
  return /(?:^|[.!?…:\n"“”„«»(•*–—-])\s*$/u.test(text.slice(Math.max(0, start - 5), start));
}

function isPlaceholder(text: string, start: number, end: number): boolean {
  return text[start - 1] === '[' && text[end] === ']';
}

/** Words with nothing but blanks, or the dot of an initial, between them. */
function runsOf(text: string, words: readonly NameWord[]): NameWord[][] {
  const runs: NameWord[][] = [];
  let last: NameWord | undefined;
  for (const word of words) {
    const between = last === undefined ? undefined : text.slice(last.end, word.start);
    const run = runs.at(-1);
    if (run !== undefined && between !== undefined && /^,?\s+$/u.test(between)) {
      run.push(word);
    } else {
      runs.push([word]);
    }
    last = word;
  }
  return runs;
}

function replaceMarked(text: string, marked: NameWord[]): string {
  let result = '';
  let at = 0;
  for (const { start, end } of marked.sort((a, b) => a.start - b.start)) {
    const between = text.slice(at, start);
    // First and last name are one name; an initial between them belongs to it.
    const joins = at > 0 && /^,?\s*(?:\p{Lu}\.\s*)?$/u.test(between);
    result += joins ? '' : `${between}[name]`;
    at = end;
  }
  return result + text.slice(at);
}

/** Scripts that put no blanks between words: there a name is found inside other letters. */
function withoutUnspaced(text: string, own: readonly string[]): string {
  const unspaced = /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}\s]{2,}$/u;
  return own
    .filter((name) => unspaced.test(name))
    .map((name) => name.normalize('NFC').replace(/\s/g, ''))
    .sort((a, b) => b.length - a.length)
    .reduce((result, name) => result.replaceAll(name, '[name]'), text);
}
