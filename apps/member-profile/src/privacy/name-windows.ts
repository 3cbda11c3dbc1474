import { isUnspaced, nameWords } from './names.ts';
import type { NameWord } from './names.ts';

/** Maximum number of words of a full name; a longer one is found by its parts. */
const maxNameWords = 5;
const maxUnspacedLength = 5;

/** Consecutive words that may be one full name, and that name without what separates them. */
export interface NameWindow {
  words: NameWord[];
  name: string;
}

/** Every run of two to five words, longest first at each position, and first and last name without a middle name. */
export function* windowsOf(text: string, words: readonly NameWord[]): Generator<NameWindow> {
  for (const run of runsOf(text, words)) {
    for (let from = 0; from < run.length; from += 1) {
      for (let to = Math.min(run.length, from + maxNameWords); to >= from + 2; to -= 1) {
        const window = run.slice(from, to);
        yield { words: window, name: window.map(({ folded }) => folded).join(' ') };
        const [first, middle, last, ...more] = window;
        if (first && middle && last && more.length === 0 && /^[\p{Lu}\p{Lt}\p{Lo}]/u.test(middle.text)) {
          yield { words: window, name: `${first.folded} ${last.folded}` };
        }
      }
    }
  }
}

/** The folded words of texts, to be looked up among the names of members. */
export function wordsOf(texts: readonly string[]): Set<string> {
  return new Set(
    texts.flatMap((text) =>
      nameWords(text).flatMap(({ folded }) =>
        isUnspaced(folded) ? [folded, ...partsOf(folded)] : spellings(folded),
      ),
    ),
  );
}

/** A word as written, and without the s of "the Plumsteds", "Plumsteds Laden". */
export function spellings(folded: string): string[] {
  return folded.length > 4 && folded.endsWith('s') ? [folded, folded.slice(0, -1)] : [folded];
}

/** Every run of words that are all names of members, or initials: each may be a full name. */
export function possibleFullNames(texts: readonly string[], singles: ReadonlySet<string>): Set<string> {
  const found = new Set<string>();
  for (const text of texts) {
    for (const { name } of windowsOf(text, nameWords(text))) {
      const words = name.split(' ');
      if (
        words.every((word) => word.length === 1 || singles.has(word)) &&
        words.some((word) => word.length > 1)
      ) {
        found.add(name);
      }
    }
  }
  return found;
}

/** Substrings of a word in a script without spaces between words: any few characters may be a name. */
export function partsOf(word: string): string[] {
  const letters = [...word];
  return letters.flatMap((_, from) =>
    Array.from(
      { length: Math.max(0, Math.min(maxUnspacedLength, letters.length - from) - 1) },
      (_unused, more) => letters.slice(from, from + more + 2).join(''),
    ),
  );
}

function runsOf(text: string, words: readonly NameWord[]): NameWord[][] {
  const runs: NameWord[][] = [];
  let last: NameWord | undefined;
  for (const word of words) {
    const run = runs.at(-1);
    if (run !== undefined && last !== undefined && joins(last, text.slice(last.end, word.start))) {
      run.push(word);
    } else {
      runs.push([word]);
    }
    last = word;
  }
  return runs;
}

/** Checks whether words with this separator may form a name: space, hyphen, an initial's dot, `maya_chen`, `"Sol"`. */
function joins({ text }: NameWord, between: string): boolean {
  return (
    /^,?\s+$|^[\s*_~"“”„«»‘’'ʻʼ()·・+-]{1,4}$|^\.$/u.test(between) ||
    (text.length === 1 && /^\.[\s-]?$/u.test(between))
  );
}
