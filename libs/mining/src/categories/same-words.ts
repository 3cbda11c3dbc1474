/** From this length on, what two words begin with is taken for their stem, in whatever language. */
const LEAST_STEM = 5;
const LONGEST_ENDING = 5;
/** A shorter stem counts only between these endings: "writer" and "writing", "poet" and "poetry". */
const SHORT_STEM = 3;
const everydayEndings = new Set(['', 'e', 's', 'y', 'er', 'ers', 'or', 'ors', 'ing', 'ist', 'ists', 'ry']);

/**
 * Whether two labels say the same in other words: each word of the shorter one stands in the other, as it is or in
 * another form ("journalist" and "data journalism"). Labels are folded; words are compared by what they begin with,
 * since a stemmer knows one language and no stemmer joins who does a thing with the thing done.
 */
export function sameWords(a: string, b: string): boolean {
  const [shorter, longer] = [wordsOf(a), wordsOf(b)].sort((x, y) => x.length - y.length);
  if (!shorter || !longer || shorter.length === 0) return false;
  return shorter.every((word) => longer.some((other) => areKin(word, other)));
}

/** The sign characters keep C, C++ and C# three words. */
function wordsOf(label: string): string[] {
  return label.split(/[^\p{L}\p{M}\p{N}+#]+/u).filter((word) => word !== '');
}

function areKin(a: string, b: string): boolean {
  if (a === b) return true;
  const [first, second] = [[...a], [...b]];
  let stem = 0;
  while (stem < first.length && stem < second.length && first[stem] === second[stem]) stem++;
  if (stem < SHORT_STEM || !/^\p{L}+$/u.test(a + b)) return false;
  const endings = [first, second].map((word) => word.slice(stem).join(''));
  if (endings.every((ending) => everydayEndings.has(ending))) return true;
  return (
    stem >= LEAST_STEM &&
    2 * stem > Math.max(first.length, second.length) &&
    [first, second].every((word) => word.length - stem <= LONGEST_ENDING)
  );
}
