import { isUnspaced, nameWords } from './names.ts';
import type { NameWord } from './names.ts';

/** A full name of more words than this is found by its parts. */
const longestName = 5;
const longestUnspaced = 5;

/** Words that stand together and may be one full name, and how they read without what stands between. */
export interface NameWindow {
  words: NameWord[];
  name: string;
}

/** Every run of two to five words, the longest first at each place; and first and last with a middle name between. */
export function* windowsOf(text: string, words: readonly NameWord[]): Generator<NameWindow> {
  for (const run of runsOf(text, words)) {
    for (let from = 0; from < run.length; from += 1) {
      for (let to = Math.min(run.length, from + longestName); to >= from + 2; to -= 1) {
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

/** The folded words of texts: what to look for among the names of members. */
export function wordsOf(texts: readonly string[]): Set<string> {
  return new Set(
    texts.flatMap((text) =>
      nameWords(text).flatMap(({ folded }) =>
        isUnspaced(folded) ? [folded, ...partsOf(folded)] : spellings(folded),
      ),
    ),
  );
}

/** A word as it stands, and without the s of "the Plumsteds", "Plumsteds Laden". */
export function spellings(folded: string): string[] {
  return folded.length > 4 && folded.endsWith('s') ? [folded, folded.slice(0, -1)] : [folded];
}

/** Every run of words that are all names of somebody, or initials: what may be a full name. */
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

/** Scripts that put no blanks between words: any few characters may be a name. */
export function partsOf(word: string): string[] {
  const letters = [...word];
  return letters.flatMap((_, from) =>
    Array.from(
      { length: Math.max(0, Math.min(longestUnspaced, letters.length - from) - 1) },
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

/** Whether words with this between them may be one name: blanks, a hyphen, the dot of an initial, `maya_chen`, `"Sol"`. */
function joins({ text }: NameWord, between: string): boolean {
  return (
    /^,?\s+$|^[\s*_~"“”„«»‘’'ʻʼ()·・+-]{1,4}$|^\.$/u.test(between) ||
    (text.length === 1 && /^\.[\s-]?$/u.test(between))
  );
}
