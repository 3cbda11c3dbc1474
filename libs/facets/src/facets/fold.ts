/** Version of the facet rules: incremented when folding, parsing of wishes or detection of contacts changes, so that stored facets are recomputed. */
export const facetRules = 3;

/**
 * Folds a label for comparison: NFKC, no case, single spaces, and only meaningful punctuation (`C++`, `C#`, `.NET`,
 * `Node.js`), so that `Screen-Printing` and `screen printing` are one label and C, C++ and C# are three. Idempotent.
 */
export function foldLabel(label: string): string {
  // Most labels, and nearly all words of prose, are plain already.
  if (/^[A-Za-z0-9]+(?: [A-Za-z0-9]+)*$/.test(label)) {
    return label.toLowerCase();
  }
  // Case first: ß becomes two letters in upper case, and a letter with a dot is taken for an abbreviation.
  let folded = lowered(withoutNoise(lowered(label)));
  // NFKC, case and punctuation can each enable another: repeat until nothing changes.
  for (let round = 0; round < 5; round += 1) {
    const again = lowered(withoutNoise(folded));
    if (again === folded) {
      break;
    }
    folded = again;
  }
  return folded;
}

/** One word of running text: as written, and folded. */
export interface Word {
  written: string;
  folded: string;
}

/** Consecutive words of a text, and whether a sentence begins with them. */
export interface Phrase {
  words: Word[];
  startsSentence: boolean;
}

/** Splits a text into words as `foldLabel` does, grouped into phrases by punctuation. */
export function phrasesOf(text: string): Phrase[] {
  return text.split(/[!?\n\r•]+|\.(?=\s|$)/u).flatMap((sentence) =>
    sentence
      .split(/[,;:()[\]{}"“”„«»|]+|\s[-–—]\s/u)
      .map(wordsOf)
      .filter((words) => words.length > 0)
      .map((words, index) => ({ words, startsSentence: index === 0 })),
  );
}

function wordsOf(phrase: string): Word[] {
  const clean = /^[A-Za-z0-9 ]+$/.test(phrase) ? phrase : withoutNoise(phrase);
  return clean
    .split(' ')
    .map((written) => ({ written, folded: foldLabel(written) }))
    .filter((word) => word.folded !== '');
}

function lowered(text: string): string {
  if (isPlain(text)) {
    return text.toLowerCase();
  }
  // Upper case first: it unifies ß and SS, ς and σ.
  return text.toUpperCase().toLowerCase().replaceAll('ς', 'σ');
}

function isPlain(text: string): boolean {
  return /^[\x20-\x7e]*$/.test(text);
}

/** Removes meaningless characters from a label, keeping its case. */
function withoutNoise(label: string): string {
  let text = label;
  if (!isPlain(text)) {
    text = text
      .replace(/[™®©℠]/gu, ' ')
      .replace(/[\u2018\u2019\u201b\u02bc\u00b4\uff07]/gu, "'")
      .replaceAll('♯', '#')
      .normalize('NFKC')
      .replace(/[\p{Cf}\p{Cs}\p{Co}\p{Cn}\ufe00-\ufe0f]/gu, '');
  }
  const words = text
    .replace(/['`]/g, '')
    .replace(/&/g, ' and ')
    // A plus or a hash belongs to the letter or digit before it at the end of a word: C++, C#, LGBTQ+.
    .replace(/(?<![\p{L}\p{N}\p{M}+])\++|\+(?=[\p{L}\p{N}\p{M}])(?<!\+\+)/gu, ' ')
    .replace(/(?<![\p{L}\p{N}\p{M}])#+|#+(?=[\p{L}\p{N}\p{M}#])/gu, ' ')
    // A dot belongs inside a word or right before one: Node.js, .NET.
    .replace(/\.{2,}|\.(?![\p{L}\p{N}])/gu, ' ')
    .replace(/[^\p{L}\p{N}\p{M}+#.\s\p{So}\p{Sk}\p{Sc}]+/gu, ' ')
    .split(/\s+/u)
    .map((word) => (/^(?:\p{L}\.)+\p{L}$/u.test(word) ? word.replaceAll('.', '') : word))
    .filter((word) => /[\p{L}\p{N}\p{M}]/u.test(word));
  if (words.length > 0) {
    return words.map((word) => word.replace(/[\p{So}\p{Sk}\p{Sc}]+/gu, '')).join(' ');
  }
  // A label of symbols alone, such as an emoji, is still a label.
  return text.replace(/[^\p{So}]+/gu, '');
}
