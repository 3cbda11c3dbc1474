import { overlap } from '../membership/counting.ts';
import { carriersOf, facetIndex } from '../membership/membership.ts';
import type { Membership } from '../membership/membership.ts';
import type { Candidate } from './candidate.ts';

/** Least shares of the members, and of the facets, that a variant has in common with a stronger candidate. */
const membersInCommon = 3 / 4;
const facetsInCommon = 1 / 2;
/** Least number of facets in common: a candidate that shares only one is a neighbour, not a variant. */
const leastFacets = 2;
/** Least share of the members of two candidates that are in both, and of the carriers of two labels, for one to imply the other. */
const sameMembers = 0.9;

/**
 * Leaves out candidates that are variants of a stronger one of their category: an operator would do the same about
 * both, with the same people. So is one with the same people whose labels imply those of the stronger one, as a place
 * implies its country. Given and returned strongest first.
 */
export function foldNearDuplicates<C extends Pick<Candidate, 'category' | 'facets' | 'member_ids'>>(
  membership: Membership,
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
      if (
        isMostlyWithin(member_ids, members, sameMembers) &&
        members.size * sameMembers <= member_ids.length
      ) {
        const [few, many] = keys.length < facets.size ? [keys, [...facets]] : [[...facets], keys];
        if (impliesSame(membership, few, many)) {
          return true;
        }
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
export function isMostlyWithin(
  ids: readonly number[],
  others: ReadonlySet<number>,
  least: number = membersInCommon,
): boolean {
  return ids.filter((id) => others.has(id)).length >= least * ids.length;
}

/** Returns whether each of some facets is one of others, or is carried by nearly the members who carry one of those. */
function impliesSame(membership: Membership, facets: readonly string[], others: readonly string[]): boolean {
  return facets.every(
    (key) =>
      others.includes(key) ||
      others.some((other) => !facets.includes(other) && haveSameCarriers(membership, key, other)),
  );
}

function haveSameCarriers(membership: Membership, key: string, other: string): boolean {
  const [carriers, others] = [key, other].map((facet) =>
    carriersOf(membership, facetIndex(membership, facet)),
  );
  if (carriers === undefined || others === undefined) {
    return false;
  }
  return overlap(carriers, others) >= sameMembers * Math.max(carriers.length, others.length);
}
