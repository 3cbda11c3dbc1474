import { withoutWords, wordsIn } from './words.ts';

/** Consecutive words of a quote that are recognised as its own: fewer are ordinary speech, unless they are all of it. */
const length = 4;
/** Letters and digits of what is left of a text that can be read. */
const leastLetters = 5;

/**
 * Replaces with `…` what a text repeats word for word of these quotes: four words or more, or a whole shorter quote. Case,
 * punctuation and composition make no difference.
 */
export function withoutQuotes(text: string, quotes: readonly string[]): string {
  const words = wordsIn(text);
  const folded = words.map((word) => word.folded);
  const marked = new Set<number>();
  for (const quote of quotes) {
    const said = wordsIn(quote).map((word) => word.folded);
    const size = Math.min(length, said.length);
    const passages = new Set(
      said
        .slice(0, Math.max(0, said.length - size + 1))
        .map((_word, at) => said.slice(at, at + size).join(' ')),
    );
    for (let at = 0; size > 0 && at + size <= folded.length; at += 1) {
      if (passages.has(folded.slice(at, at + size).join(' '))) {
        folded.slice(at, at + size).forEach((_word, offset) => marked.add(at + offset));
      }
    }
  }
  return withoutWords(text, words, marked);
}

/**
 * A text without what it repeats of quotes, as `withoutQuotes` gives it; `instead`, where too little of it is left to be
 * read.
 */
export function withoutQuotesOr<T>(text: string, quotes: readonly string[], instead: T): string | T {
  const rest = withoutQuotes(text, quotes);
  return rest === text || rest.replaceAll(/[^\p{L}\p{N}]/gu, '').length >= leastLetters ? rest : instead;
}
