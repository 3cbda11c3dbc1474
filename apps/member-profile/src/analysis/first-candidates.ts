import { PatternCategory } from '@warren/contracts';

/** Maximum number of candidates in an analysis, and the minimum kept of each category. */
const maxCandidates = 100;
const minPerCategory = 12;

/**
 * The first candidates, in their order, with some of each category: the many clusters and overlaps of a large membership
 * would otherwise crowd out its wishes and strengths.
 */
export function firstCandidates<C extends { readonly category: PatternCategory }>(
  candidates: readonly C[],
): C[] {
  const kept = new Set(
    PatternCategory.options.flatMap((category) =>
      candidates.filter((candidate) => candidate.category === category).slice(0, minPerCategory),
    ),
  );
  for (const candidate of candidates) {
    if (kept.size >= maxCandidates) {
      break;
    }
    kept.add(candidate);
  }
  return candidates.filter((candidate) => kept.has(candidate));
}
