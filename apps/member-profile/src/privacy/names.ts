/** Raised when what counts as a name of a member changes, so that stored names are computed again. */
export const NAME_RULES = 2;

/** A word of a text and where it stands. */
export interface NameWord {
  text: string;
  folded: string;
  start: number;
  end: number;
}

/** Letters that Unicode does not take apart, as they are written without their sign. */
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

/** The form in which names are compared: no case, no accents. */
export function foldName(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text)) {
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

/** The words of a text as names are made of them: runs of letters, so `Smith-Jones` and `O'Quill` are two each. */
export function nameWords(text: string): NameWord[] {
  return [...text.matchAll(/(?:(?![\u02bb\u02bc])[\p{L}\p{M}])+/gu)].map((match) => ({
    text: match[0],
    folded: foldName(match[0]),
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** Whether a folded word is of a script that puts no blanks between words. */
export function isUnspaced(word: string): boolean {
  return /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\u30fc]{2,}$/u.test(word);
}

const shortestGlued = 6;

/**
 * What a member may be called, folded: each word of the name, first and last names together in both orders, with an
 * initial, and written as one word. With a blank it is a full name, without one a single word that others may be
 * called too.
 */
export function namesOf(first: string, last: string): string[] {
  return [...new Set([...namesIn(first, last), ...namesIn(respelt(first), respelt(last))])];
}

function namesIn(first: string, last: string): string[] {
  const all = [...foldedWords(first), ...foldedWords(last)];
  // Both in one field: its last word is the last name.
  const isOneField = foldedWords(first).length === 0 || foldedWords(last).length === 0;
  const firsts = isOneField ? all.slice(0, -1) : foldedWords(first);
  const lasts = isOneField ? all.slice(-1) : foldedWords(last);
  const whole = [
    firsts.join(' '),
    // "van der" alone names nobody; a last name of several words counts whole.
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
  const glued = [
    lasts.length > 1 ? lasts.join('') : '',
    [...firsts.slice(0, 1), ...lasts].join(''),
    all.join(''),
  ];
  const unspaced = [all.join(''), [...lasts, ...firsts].join('')].filter(isUnspaced);
  return [
    ...all,
    ...whole,
    ...pairs,
    ...glued.filter((word) => word.length >= shortestGlued),
    ...unspaced,
  ].filter((name) => name.length > 1 && !/^.\s.$/u.test(name));
}

function foldedWords(name: string): string[] {
  return nameWords(name).map(({ folded }) => folded);
}

/** Müller as Mueller, for whoever has no such keys. */
function respelt(name: string): string {
  return name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[äöüåø]/g, (letter) => umlauts[letter] ?? letter);
}
