/** A word of a text, as it is compared, and where it stands. */
export interface Word {
  readonly folded: string;
  readonly start: number;
  readonly end: number;
}

/** Scripts that put no spaces between words: each of their letters counts as one. */
const unspaced = String.raw`\p{Script=Han}\p{Script=Hiragana}`;
/** A letter of such a script, or a run of letters and digits with their accents, apostrophes and invisible marks. */
const word = new RegExp(
  String.raw`[${unspaced}]|(?:(?![${unspaced}])[\p{L}\p{N}\p{M}’'\u02bc\p{Default_Ignorable_Code_Point}])+`,
  'gu',
);
const unheard = /[’'\u02bc\p{Default_Ignorable_Code_Point}]/gu;

/** The words of a text, equal however they are cased, composed and punctuated. */
export function wordsIn(text: string): Word[] {
  return Array.from(text.matchAll(word), (match) => ({
    folded: fold(match[0]),
    start: match.index,
    end: match.index + match[0].length,
  })).filter(({ folded }) => folded !== '');
}

/** Upper case first: what has no small letter of its own, as ß of capitals, folds alike. */
function fold(said: string): string {
  return said.normalize('NFKC').replaceAll(unheard, '').toUpperCase().toLowerCase().normalize('NFC');
}
