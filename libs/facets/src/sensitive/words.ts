import { stripInvisible } from '../contacts/strip-invisible.ts';

/** A word of a text: folded, where it stands, and in which sentence and clause. */
export interface TextWord {
  readonly folded: string;
  readonly start: number;
  readonly end: number;
  /** Numbers of the sentence and of the clause, both over the whole text. */
  readonly sentence: number;
  readonly clause: number;
}

/** A text without invisible characters, and its words. */
export interface TextWords {
  readonly text: string;
  readonly words: readonly TextWord[];
}

const wordPattern = /[\p{L}\p{M}\p{N}]+/gu;
const sentenceEnd = /[!?\n\r;•|…]|\.\s/u;
const clauseEnd = /[,:()[\]{}"“”„«»/]|\s[-–—]\s/u;

/** One line break and nothing else: before a small letter the line is wrapped, and its sentence goes on. */
const wrap = /^[^\S\n\r]*(?:\r\n?|\n)[^\S\n\r]*$/;

/** What goes on behind a number and a dot in one sentence: "vom 1. bis 20. August". */
const goesOn = /^(?:\p{Ll}|(?:Jan|Feb|Mär|Mar|Apr|Ma[iy]|Jun|Jul|Aug|Sep|O[kc]t|Nov|De[zc])[\p{Ll}]*$)/u;

/** Splits a text into words, at punctuation and apostrophes too; letters set apart (`H.I.V.`, `b i p o l a r`) are one word. */
export function textWordsOf(written: string): TextWords {
  const isPlain = /^[\x20-\x7e]*$/.test(written);
  const text = isPlain ? written : stripInvisible(written).normalize('NFC');
  const words: TextWord[] = [];
  let sentence = 0;
  let clause = 0;
  let before = 0;
  for (const match of text.matchAll(wordPattern)) {
    const between = text.slice(before, match.index);
    const isOrdinal =
      /^\.\s+$/.test(between) && /^\d{1,2}$/.test(words.at(-1)?.folded ?? '') && goesOn.test(match[0]);
    const isWrapped = wrap.test(between) && /^\p{Ll}/u.test(match[0]);
    if (words.length > 0 && !isOrdinal && !isWrapped && sentenceEnd.test(between)) {
      sentence += 1;
      clause += 1;
    } else if (words.length > 0 && (isWrapped || clauseEnd.test(between))) {
      clause += 1;
    }
    before = match.index + match[0].length;
    words.push({ folded: foldWord(match[0]), start: match.index, end: before, sentence, clause });
  }
  return { text, words: withJoinedLetters(words, text) };
}

/** Folds a word: no case, no accents, and Latin letters for those of other scripts that look the same in a mixed word. */
export function foldWord(word: string): string {
  if (/^[A-Za-z0-9]+$/.test(word)) {
    return word.toLowerCase();
  }
  const plain = word
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[ıłøđßæœþ]/gu, (letter) => unaccented[letter] ?? letter);
  return /[a-z]/.test(plain)
    ? plain.replace(/[аеорсухіј]/gu, (letter) => lookalikes[letter] ?? letter)
    : plain;
}

const unaccented: Readonly<Record<string, string>> = {
  ı: 'i',
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
};
/** Cyrillic → Latin. */
const lookalikes: Readonly<Record<string, string>> = {
  а: 'a',
  е: 'e',
  о: 'o',
  р: 'p',
  с: 'c',
  у: 'y',
  х: 'x',
  і: 'i',
  ј: 'j',
};

/** Fewest single letters that are one word: "a.a." between dots, more between spaces, where "e o a" may be words. */
const fewest: Readonly<Record<string, number>> = { '.': 2, ' ': 4, '-': 3 };

function withJoinedLetters(words: readonly TextWord[], text: string): TextWord[] {
  const joined: TextWord[] = [];
  let at = 0;
  while (at < words.length) {
    const [first, second] = [words[at], words[at + 1]];
    if (first === undefined) {
      break;
    }
    let end = at + 1;
    const between = second === undefined ? '' : text.slice(first.end, second.start);
    if (first.folded.length === 1 && fewest[between] !== undefined) {
      while (
        words[end]?.folded.length === 1 &&
        text.slice(words[end - 1]?.end, words[end]?.start) === between
      ) {
        end += 1;
      }
    }
    const run = words.slice(at, end);
    const last = run.at(-1) ?? first;
    if (run.length > 1 && run.length >= (fewest[between] ?? Infinity)) {
      joined.push({ ...first, folded: run.map(({ folded }) => folded).join(''), end: last.end });
      at = end;
    } else {
      joined.push(first);
      at += 1;
    }
  }
  return joined;
}
