/** Version of the name rules: incremented when they change, so that stored names are recomputed. */
export const nameRules = 2;

/** A word of a text and its position. */
export interface NameWord {
  text: string;
  folded: string;
  start: number;
  end: number;
}

/** Plain spellings of letters that Unicode does not decompose. */
const plainLetters: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ı: 'i',
};
const umlauts: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue', å: 'aa', ø: 'oe' };

/** Folds a name for comparison: no case, no accents. */
export function foldName(text: string): string {
  if (isPlain(text)) {
    return text.toLowerCase();
  }
  return (
    text
      .normalize('NFKD')
      // The voiced kana are letters of their own.
      .replace(/(?![\u3099\u309a])\p{M}/gu, '')
      .normalize('NFC')
      .toLowerCase()
      .replace(/[ßæœøłđðþħı]/g, (letter) => plainLetters[letter] ?? letter)
  );
}

function isPlain(text: string): boolean {
  return /^[\x20-\x7e]*$/.test(text);
}

/** Splits a text into runs of letters, the parts of names: `Smith-Jones` and `O'Quill` are two each. */
export function nameWords(text: string): NameWord[] {
  // Most names are plain, and each of the other classes takes a look-up.
  const words = isPlain(text) ? /[A-Za-z]+/g : /(?:(?![\u02bb\u02bc])[\p{L}\p{M}])+/gu;
  return [...text.matchAll(words)].map((match) => ({
    text: match[0],
    folded: foldName(match[0]),
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** Checks whether a folded word is in a script without spaces between words. */
export function isUnspaced(word: string): boolean {
  return /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\u30fc]{2,}$/u.test(word);
}

/** Minimum length of a full name written as one word. */
const minJoinedLength = 6;

/**
 * The folded forms of a member's name: each word, first and last names together in both orders, with an initial, and
 * written as one word. A form with a space is a full name; one without is a single word that others may share.
 */
export function namesOf(first: string, last: string): string[] {
  const names = namesIn(first, last);
  return isPlain(first) && isPlain(last)
    ? [...new Set(names)]
    : [...new Set([...names, ...namesIn(respelt(first), respelt(last))])];
}

function namesIn(first: string, last: string): string[] {
  const all = [...foldedWords(first), ...foldedWords(last)];
  // Both names in one field: its last word is the last name.
  const isOneField = foldedWords(first).length === 0 || foldedWords(last).length === 0;
  const firsts = isOneField ? all.slice(0, -1) : foldedWords(first);
  const lasts = isOneField ? all.slice(-1) : foldedWords(last);
  const whole = [
    firsts.join(' '),
    // "van der" alone is no name; a last name of several words counts as a whole.
    lasts.join(' '),
    [...firsts, ...lasts].join(' '),
    [...lasts, ...firsts].join(' '),
    ...firsts.flatMap((one) => [[one, ...lasts].join(' '), [...lasts, one].join(' ')]),
  ];
  const long = (word: string): boolean => word.length > 1;
  const pairs = firsts
    .filter(long)
    .flatMap((one) =>
      lasts.flatMap((other) => [
        `${one} ${other}`,
        `${other} ${one}`,
        `${one.slice(0, 1)} ${other}`,
        `${one} ${other.slice(0, 1)}`,
      ]),
    );
  const joined = [
    lasts.length > 1 ? lasts.join('') : '',
    [...firsts.slice(0, 1), ...lasts].join(''),
    all.join(''),
  ];
  const unspaced = [all.join(''), [...lasts, ...firsts].join('')].filter(isUnspaced);
  return [
    ...all,
    ...whole,
    ...pairs,
    ...joined.filter((word) => word.length >= minJoinedLength),
    ...unspaced,
  ].filter((name) => name.length > 1 && !/^.\s.$/u.test(name));
}

function foldedWords(name: string): string[] {
  return nameWords(name).map(({ folded }) => folded);
}

/** Respells umlauts: Müller as Mueller. */
function respelt(name: string): string {
  return name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[äöüåø]/g, (letter) => umlauts[letter] ?? letter);
}
