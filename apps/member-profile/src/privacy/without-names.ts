import { everydayNames, nameParticles } from './everyday-names.ts';
import { spellings, windowsOf } from './name-windows.ts';
import type { NameWindow } from './name-windows.ts';
import { foldName, isUnspaced, nameWords } from './names.ts';
import type { NameWord } from './names.ts';

/** Names that are redacted in a text: those of its author, and the known names of others. */
export interface NameContext {
  /** Folded names of the author. */
  own: readonly string[];
  /** Folded names of members that occur in the text; full names contain a space. */
  known: ReadonlySet<string>;
  isTerm: (word: string) => boolean;
  /** True if a lone name matches in lower case too. */
  anyCase?: boolean;
}

/** Minimum length of a lone first or last name. */
const minLoneLength = 3;

/** Replaces every full name of a member, and each name of the author, by `[name]`. */
export function withoutNames(text: string, { own, known, isTerm, anyCase = false }: NameContext): string {
  const mine = new Set(own);
  const words = nameWords(text).filter(({ start, end }) => !isPlaceholder(text, start, end));
  const marked = new Set<NameWord>();
  const continued = new Set<NameWord>();
  for (const window of windowsOf(text, words)) {
    if ((known.has(window.name) || mine.has(window.name)) && isWrittenAsName(text, window)) {
      const [first, ...others] = window.words;
      // "Baker, Ruby Jo": a name that starts inside another does not continue after a comma.
      const isNew = first === undefined || !marked.has(first);
      others.filter((word) => isNew || text[word.start - 2] !== ',').forEach((word) => continued.add(word));
      window.words.forEach((word) => marked.add(word));
    }
  }
  for (const word of words) {
    if (isOwnName(text, word, mine) || isLoneName(word, known, isTerm, anyCase)) {
      marked.add(word);
    }
  }
  return withoutUnspaced(replaceMarked(text, [...marked], continued), [...own, ...known]);
}

/** Initials must be written as such; everyday words of two letters, and "Baker, Ruby" of such words, need capitals. */
function isWrittenAsName(text: string, { words }: NameWindow): boolean {
  const initials = words.filter(({ folded }) => folded.length === 1);
  const isEveryday = words.every(({ folded }) => folded.length === 1 || everydayNames.has(folded));
  const isShort = words.every(({ folded }) => folded.length <= 3);
  const isListed = text.slice(words[0]?.start, words.at(-1)?.end).includes(',');
  if (
    isEveryday &&
    (initials.length > 0 || isShort || isListed) &&
    !words.every(({ text: word }) => isCapital(word))
  ) {
    return false;
  }
  return initials.every((word) => isInitial(text, word, words));
}

function isInitial(text: string, word: NameWord, words: readonly NameWord[]): boolean {
  const after = text.slice(word.end, word.end + 1);
  if (/[’'ʼʻ]/u.test(after)) {
    return true;
  }
  if (!isCapital(word.text) || /[’'ʼʻ]/u.test(text.slice(word.start - 1, word.start))) {
    return false;
  }
  const others = words.filter((other) => other !== word);
  return (
    others.every((other) => isCapital(other.text)) &&
    (after === '.' ||
      !(/^[aio]$/.test(word.folded) || others.some(({ folded }) => everydayNames.has(folded))))
  );
}

/** Checks whether a word is part of the author's name; an everyday word must be written as a name. */
function isOwnName(
  text: string,
  { text: word, folded, start, end }: NameWord,
  own: ReadonlySet<string>,
): boolean {
  const name = spellings(folded).find((spelling) => own.has(spelling));
  if (name === undefined || name.length < 2 || nameParticles.has(name)) {
    return false;
  }
  return (
    !everydayNames.has(name) ||
    (name === folded &&
      (isIntroduced(text, start) ||
        (isCapital(word) && (!startsSentence(text, start) || isSpokenOf(text, end)))))
  );
}

/** Checks whether a word is a lone first or last name: written as a name, without another meaning. */
function isLoneName(
  { text, folded }: NameWord,
  known: ReadonlySet<string>,
  isTerm: (word: string) => boolean,
  anyCase: boolean,
): boolean {
  const name = spellings(folded).find((spelling) => known.has(spelling));
  return (
    name !== undefined &&
    (anyCase || isCapital(text)) &&
    name.length >= minLoneLength &&
    !everydayNames.has(name) &&
    !nameParticles.has(name) &&
    !isTerm(text)
  );
}

function isCapital(word: string): boolean {
  return /^[\p{Lu}\p{Lt}\p{Lo}]/u.test(word);
}

function startsSentence(text: string, start: number): boolean {
  return /(?:^|[.!?…:\n"“”„«»(•*–—-])\s*$/u.test(text.slice(Math.max(0, start - 5), start));
}

/** "I'm rose", "call me Rose" */
function isIntroduced(text: string, start: number): boolean {
  return /(?:\bi\s?['’]?a?m|\bname\s?(?:['’]s|is)|\bcall(?:s|ed)? me|\bthis is|\bich bin|\bje suis|\bme llamo|\bsoy)\s+["“'*(]?$/iu.test(
    text.slice(Math.max(0, start - 20), start),
  );
}

/** "Rose makes pots", "Rose's studio", "Rose here" */
function isSpokenOf(text: string, end: number): boolean {
  return /^(?:['’ʼ]s\b|\s+(?:is|was|has|had|here|lives|loves|works|makes|writes|paints|plays|teaches|runs|studied|enjoys|builds|grew|started|moved|joined|likes|says|comes|spends|believes)\b)/iu.test(
    text.slice(end, end + 12),
  );
}

function isPlaceholder(text: string, start: number, end: number): boolean {
  return text[start - 1] === '[' && text[end] === ']' && /^[a-z]+$/.test(text.slice(start, end));
}

function replaceMarked(text: string, marked: NameWord[], continued: ReadonlySet<NameWord>): string {
  let result = '';
  let at = 0;
  for (const word of marked.sort((a, b) => a.start - b.start)) {
    const { start, end } = word;
    const between = text.slice(at, start);
    // First and last name are one name, with an initial between them.
    const joins = at > 0 && (continued.has(word) || /^\s+(?:\p{Lu}\.\s*)?$|^[._'’ʻʼ·・-]$/u.test(between));
    result += joins ? '' : `${between}[name]`;
    at = end;
  }
  return result + text.slice(at);
}

/** Replaces names inside runs of letters, for scripts without spaces between words. */
function withoutUnspaced(text: string, names: readonly string[]): string {
  if (!/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}]/u.test(text)) {
    return text;
  }
  return names
    .map((name) => name.replaceAll(' ', ''))
    .filter((name) => isUnspaced(foldName(name)) || /^[\p{sc=Thai}]{2,}$/u.test(name))
    .map((name) => name.normalize('NFC'))
    .sort((a, b) => b.length - a.length)
    .reduce((result, name) => result.replaceAll(name, '[name]'), text);
}
