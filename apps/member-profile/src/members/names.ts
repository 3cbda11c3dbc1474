/** A word of a text and where it stands. */
export interface NameWord {
  text: string;
  folded: string;
  start: number;
  end: number;
}

/** The form in which names are compared: no case, no accents, one kind of apostrophe. */
export function foldName(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text)) {
    return text.toLowerCase();
  }
  return text.normalize('NFKD').replace(/\p{M}/gu, '').replace(/[’ʼ]/g, "'").toLowerCase();
}

/** The words of a text as names are made of them; a possessive ending is no part of a word. */
export function nameWords(text: string): NameWord[] {
  return [...text.matchAll(/[\p{L}\p{M}]+(?:['’ʼ-][\p{L}\p{M}]+)*/gu)].map((match) => {
    const word = match[0].replace(/['’ʼ]s$/iu, '');
    return {
      text: word,
      folded: foldName(word),
      start: match.index,
      end: match.index + word.length,
    };
  });
}

/**
 * What a member may be called, folded: each word of the name, first and last name, and the two together in both
 * orders. With a blank it is a full name, without one a single word that others may be called too.
 */
export function namesOf(first: string, last: string): string[] {
  const firsts = nameWords(first).map(({ folded }) => folded);
  const lasts = nameWords(last).map(({ folded }) => folded);
  const singles = [...firsts, ...lasts];
  const parts = singles.flatMap((word) => word.split('-'));
  const whole = [
    firsts.join(' '),
    [...firsts, ...lasts].join(' '),
    [...lasts, ...firsts].join(' '),
    [...firsts.slice(0, 1), ...lasts].join(' '),
    [...firsts.slice(0, 1), ...lasts.slice(-1)].join(' '),
  ];
  // "van der" alone names nobody; a last name of several words counts whole.
  const family = lasts.length > 1 ? [lasts.join(' ')] : [];
  return [...new Set([...singles, ...parts, ...whole, ...family])].filter((name) => name.length > 1);
}
