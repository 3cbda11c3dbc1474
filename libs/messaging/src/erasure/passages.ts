import { withoutWords, wordsIn } from '@warren/contracts';

/** Number of consecutive words that identify a text, rather than being ordinary speech. */
const length = 4;

/** Common words; four of them in a row identify nobody. */
const commonWords = new Set(
  `a about after all also am an and any are as at be because been before being but by can could did do does doing done
  for from had has have having he her here him his how i if in into is it its just me more most my no not of off on
  once one only or other our out over she should so some than that the their them then there these they this those
  to too under until up very was we were what when where which while who whom whose why will with would you your`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

/**
 * Lists every passage of four words, or of as many as given, in these texts, folded, each once; not those of common words
 * alone.
 */
export function passagesOf(texts: readonly string[], size = length): string[] {
  const found = new Set<string>();
  for (const text of texts) {
    const words = wordsIn(text).map(({ folded }) => folded);
    for (let at = 0; at + size <= words.length; at += 1) {
      const passage = words.slice(at, at + size);
      if (passage.some((word) => !commonWords.has(word))) {
        found.add(passage.join(' '));
      }
    }
  }
  return [...found];
}

/** Decides whether a folded passage is to be removed. */
type IsPassage = (passage: string) => boolean;

/** Replacement of a text of which too little was left. */
export const takenOut = 'Taken out: words of a member who has left.';
/** Least characters of a text that was cut: shorter ones carry no meaning, and contracts require as many. */
const fewest = 10;

/** Replaces with `…` each run of words that consists of such passages; returns the same text where there are none. */
export function withoutPassages(text: string, isGone: IsPassage): string {
  const words = wordsIn(text);
  const marked = new Set<number>();
  for (let at = 0; at + length <= words.length; at += 1) {
    const passage = words.slice(at, at + length);
    if (isGone(passage.map(({ folded }) => folded).join(' '))) {
      passage.forEach((_word, offset) => marked.add(at + offset));
    }
  }
  if (marked.size === 0) {
    return text;
  }
  const rest = withoutWords(text, words, marked);
  return rest.replaceAll(/[^\p{L}\p{N}]/gu, '').length < fewest ? takenOut : rest;
}
