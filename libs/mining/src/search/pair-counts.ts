import { checkCancelled } from '../context/cancellation.ts';
import type { MiningContext } from '../context/mining-context.ts';
import { countOf } from '../membership/membership.ts';
import type { Membership } from '../membership/membership.ts';

/** Most facets among which pairs are counted, the most carried ones: 200 MB. Other pairs are never reported. */
const mostFacets = 10_000;

/** Number of members who carry both of two facets. */
export type PairCount = (a: number, b: number) => number;

/** Counts every pair of the facets that at least `minMembers` carry, in one pass over the members; others count 0. */
export function countPairs({ membership, thresholds, signal }: MiningContext): PairCount {
  const { ids, starts, items } = membership;
  const facets = mostCarried(membership, thresholds.minMembers);
  // Facets by rank; `rows[r][s]`, s < r, counts a pair. Member by member, since both arrays then stay in the cache.
  const rankOf = new Int32Array(membership.facets.length).fill(-1);
  const rows = facets.map((facet, rank) => {
    rankOf[facet] = rank;
    return new Uint32Array(rank);
  });
  const ranks = new Uint32Array(facets.length);
  for (let member = 0; member < ids.length; member++) {
    if (member % 4096 === 0) {
      checkCancelled(signal);
    }
    let length = 0;
    for (let item = starts[member] ?? 0; item < (starts[member + 1] ?? 0); item++) {
      const rank = rankOf[items[item] ?? 0] ?? -1;
      if (rank < 0) {
        continue;
      }
      const row = rows[rank];
      for (let other = 0; row && other < length; other++) {
        const lower = ranks[other] ?? 0;
        row[lower] = (row[lower] ?? 0) + 1;
      }
      ranks[length++] = rank;
    }
  }
  return (a, b) => {
    const first = rankOf[a] ?? -1;
    const second = rankOf[b] ?? -1;
    if (first < 0 || second < 0) {
      return 0;
    }
    return (first > second ? rows[first]?.[second] : rows[second]?.[first]) ?? 0;
  };
}

/** The facets that at least `minMembers` carry, ascending; where they are too many, the most carried of them. */
function mostCarried(membership: Membership, minMembers: number): number[] {
  const enough = [...membership.facets.keys()].filter((facet) => countOf(membership, facet) >= minMembers);
  if (enough.length <= mostFacets) {
    return enough;
  }
  return enough
    .sort((a, b) => countOf(membership, b) - countOf(membership, a) || a - b)
    .slice(0, mostFacets)
    .sort((a, b) => a - b);
}
