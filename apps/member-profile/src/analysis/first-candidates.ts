import { PatternCategory } from '@warren/contracts';

/** Candidates an analysis has, and how many of each category are among them where there are so many. */
const most = 100;
const ofEach = 12;

/**
 * The first candidates, in their order, with some of each category: a large membership has so many clusters and meetings
 * that neither its wishes nor its strengths would be seen behind them.
 */
export function firstCandidates<C extends { readonly category: PatternCategory }>(
  candidates: readonly C[],
): C[] {
  const kept = new Set(
    PatternCategory.options.flatMap((category) =>
      candidates.filter((candidate) => candidate.category === category).slice(0, ofEach),
    ),
  );
  for (const candidate of candidates) {
    if (kept.size >= most) {
      break;
    }
    kept.add(candidate);
  }
  return candidates.filter((candidate) => kept.has(candidate));
}
