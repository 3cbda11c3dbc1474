import type { Candidate } from './candidate.ts';

/** Least shares of the members, and of the facets, that a variant has in common with a stronger candidate. */
const membersInCommon = 3 / 4;
const facetsInCommon = 1 / 2;
/** Least number of facets in common: a candidate that shares only one is a neighbour, not a variant. */
const leastFacets = 2;

/**
 * Leaves out candidates that are variants of a stronger one of their category: an operator would do the same about
 * both, with the same people. Given and returned strongest first.
 */
export function foldNearDuplicates<C extends Pick<Candidate, 'category' | 'facets' | 'member_ids'>>(
  candidates: readonly C[],
): C[] {
  const kept: { candidate: C; members: ReadonlySet<number>; facets: ReadonlySet<string> }[] = [];
  for (const candidate of candidates) {
    const { category, member_ids } = candidate;
    const keys = candidate.facets.map(({ key }) => key);
    const isVariant = kept.some(({ candidate: stronger, members, facets }) => {
      if (stronger.category !== category) {
        return false;
      }
      const common = keys.filter((key) => facets.has(key)).length;
      if (common < leastFacets || common < facetsInCommon * Math.min(keys.length, facets.size)) {
        return false;
      }
      return isMostlyWithin(member_ids, members);
    });
    if (!isVariant) {
      kept.push({ candidate, members: new Set(member_ids), facets: new Set(keys) });
    }
  }
  return kept.map(({ candidate }) => candidate);
}

/** Returns whether enough of some members are among others for a variant. */
export function isMostlyWithin(ids: readonly number[], others: ReadonlySet<number>): boolean {
  return ids.filter((id) => others.has(id)).length >= membersInCommon * ids.length;
}
