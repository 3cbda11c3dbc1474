/** Similarity of two folded texts from 0 to 1: the share of letter pairs in common (Dice 1945). */
export function similarity(a: string, b: string): number {
  const ofA = pairsOf(a);
  const ofB = pairsOf(b);
  const left = new Map<string, number>();
  for (const pair of ofA) {
    left.set(pair, (left.get(pair) ?? 0) + 1);
  }
  let common = 0;
  for (const pair of ofB) {
    const count = left.get(pair) ?? 0;
    if (count > 0) {
      left.set(pair, count - 1);
      common += 1;
    }
  }
  return ofA.length + ofB.length === 0 ? 0 : (2 * common) / (ofA.length + ofB.length);
}

/** Pairs of adjacent letters, with word boundaries as letters of their own. */
function pairsOf(text: string): string[] {
  const padded = ` ${text} `;
  return Array.from({ length: padded.length - 1 }, (_, at) => padded.slice(at, at + 2)).filter(
    (pair) => pair.trim() !== '',
  );
}
