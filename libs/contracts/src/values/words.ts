/** Word of a text: its folded form for comparison, and its position. */
export interface Word {
  readonly folded: string;
  readonly start: number;
  readonly end: number;
}

/** Scripts that put no spaces between words: each of their letters counts as one. */
const unspaced = String.raw`\p{Script=Han}\p{Script=Hiragana}`;
/** A letter of such a script, or a run of letters and digits with accents, apostrophes and invisible marks. */
const word = new RegExp(
  String.raw`[${unspaced}]|(?:(?![${unspaced}])[\p{L}\p{N}\p{M}’'\u02bc\p{Default_Ignorable_Code_Point}])+`,
  'gu',
);
const ignored = /[’'\u02bc\p{Default_Ignorable_Code_Point}]/gu;

/** Lists the words of a text, folded so that case, composition and punctuation do not matter. */
export function wordsIn(text: string): Word[] {
  return Array.from(text.matchAll(word), (match) => ({
    folded: fold(match[0]),
    start: match.index,
    end: match.index + match[0].length,
  })).filter(({ folded }) => folded !== '');
}

/** Replaces each run of marked words of a text, by their places among its words, with `…`. */
export function withoutWords(text: string, words: readonly Word[], marked: ReadonlySet<number>): string {
  let rest = '';
  let end = 0;
  words.forEach((word, place) => {
    if (marked.has(place)) {
      rest += marked.has(place - 1) ? '' : `${text.slice(end, word.start)}…`;
      end = word.end;
    }
  });
  return rest + text.slice(end);
}

/** Upper case first, so that letters without a lower case of their own, such as ß, fold alike. */
function fold(said: string): string {
  return said.normalize('NFKC').replaceAll(ignored, '').toUpperCase().toLowerCase().normalize('NFC');
}
