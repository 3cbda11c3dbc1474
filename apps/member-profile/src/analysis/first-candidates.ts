import type { Basis, PatternCategory } from '@warren/contracts';

/** Maximum number of candidates in an analysis, and the minimum kept of each kind. */
const maxCandidates = 100;
const minOfKind = 12;

/**
 * The first candidates, in their order, with some of each category and basis: the many clusters and overlaps of a large
 * membership would otherwise crowd out its wishes and strengths, and sides that keep apart its wishes.
 */
export function firstCandidates<C extends { readonly category: PatternCategory; readonly basis: Basis }>(
  candidates: readonly C[],
): C[] {
  const ofKind = Map.groupBy(candidates, ({ category, basis }) => `${category} ${basis}`);
  const kept = new Set([...ofKind.values()].flatMap((kind) => kind.slice(0, minOfKind)));
  for (const candidate of candidates) {
    if (kept.size >= maxCandidates) {
      break;
    }
    kept.add(candidate);
  }
  return candidates.filter((candidate) => kept.has(candidate));
}
