import type { Candidate } from './candidate.ts';

/** A variant has at least this share of its members, and of its facets, in common with a stronger candidate. */
const MEMBERS_IN_COMMON = 3 / 4;
const FACETS_IN_COMMON = 1 / 2;
/** One facet in common is a neighbourhood, not a variant. */
const LEAST_FACETS = 2;

/**
 * Leaves out candidates that are variants of a stronger one of their category: what an operator would do about the
 * two is the same, with the same people. Given and returned strongest first.
 */
export function foldNearDuplicates<C extends Pick<Candidate, 'category' | 'facets' | 'member_ids'>>(
  candidates: readonly C[],
): C[] {
  const kept: { candidate: C; members: ReadonlySet<number>; facets: ReadonlySet<string> }[] = [];
  for (const candidate of candidates) {
    const { category, member_ids } = candidate;
    const keys = candidate.facets.map(({ key }) => key);
    const isVariant = kept.some(({ candidate: stronger, members, facets }) => {
      if (stronger.category !== category) return false;
      const common = keys.filter((key) => facets.has(key)).length;
      if (common < LEAST_FACETS || common < FACETS_IN_COMMON * Math.min(keys.length, facets.size))
        return false;
      return isMostlyWithin(member_ids, members);
    });
    if (!isVariant) kept.push({ candidate, members: new Set(member_ids), facets: new Set(keys) });
  }
  return kept.map(({ candidate }) => candidate);
}

/** Whether most of some members are among others. */
export function isMostlyWithin(ids: readonly number[], others: ReadonlySet<number>): boolean {
  return ids.filter((id) => others.has(id)).length >= MEMBERS_IN_COMMON * ids.length;
}
