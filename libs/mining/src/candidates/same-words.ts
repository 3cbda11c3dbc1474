/** Least length of a common beginning that passes for the stem of two words in any language. */
const leastStem = 5;
const longestEnding = 5;
/** Least length of a stem before one of the everyday endings: "writer" and "writing", "poet" and "poetry". */
const shortStem = 3;
const everydayEndings = new Set(['', 'e', 's', 'y', 'er', 'ers', 'or', 'ors', 'ing', 'ist', 'ists', 'ry']);

/**
 * Returns whether two labels consist of the same words: each word of the shorter one occurs in the other, as it is or
 * in another form ("journalist" and "data journalism"). Labels are folded; words are compared by their beginnings,
 * since a stemmer knows one language and none joins a person with what the person does.
 */
export function sameWords(a: string, b: string): boolean {
  const [shorter, longer] = [wordsOf(a), wordsOf(b)].sort((x, y) => x.length - y.length);
  if (!shorter || !longer || shorter.length === 0) {
    return false;
  }
  return shorter.every((word) => longer.some((other) => areKin(word, other)));
}

/** Words of a label; + and # are part of a word, so that C, C++ and C# are three. */
function wordsOf(label: string): string[] {
  return label.split(/[^\p{L}\p{M}\p{N}+#]+/u).filter((word) => word !== '');
}

function areKin(a: string, b: string): boolean {
  if (a === b) {
    return true;
  }
  const [first, second] = [[...a], [...b]];
  let stem = 0;
  while (stem < first.length && stem < second.length && first[stem] === second[stem]) {
    stem++;
  }
  if (stem < shortStem || !/^\p{L}+$/u.test(a + b)) {
    return false;
  }
  const endings = [first, second].map((word) => word.slice(stem).join(''));
  if (endings.every((ending) => everydayEndings.has(ending))) {
    return true;
  }
  return (
    stem >= leastStem &&
    2 * stem > Math.max(first.length, second.length) &&
    [first, second].every((word) => word.length - stem <= longestEnding)
  );
}
