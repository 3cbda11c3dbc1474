import type { Evidence, FacetShare } from '@warren/contracts';
import { membersOf } from './placeholders.ts';

/**
 * Shares of a pattern's facets among its members and among everybody else. The number of members counted follows from
 * the statistics: `share` is `observed` over all analysed members who list any facet.
 */
export function facetShares(evidence: Evidence): FacetShare[] {
  const { facets, statistics } = evidence;
  const { observed, share } = statistics;
  const members = membersOf(evidence);
  const outside = share === 0 ? 0 : Math.round(observed / share) - members;
  return facets.map((facet) => {
    const elsewhere = facet.in_community - facet.in_pattern;
    return {
      ...facet,
      share_in_pattern: ratio(facet.in_pattern, members),
      elsewhere,
      share_elsewhere: ratio(elsewhere, outside),
    };
  });
}

function ratio(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.min(1, part / whole);
}
