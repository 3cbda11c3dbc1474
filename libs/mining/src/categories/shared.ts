import type { Graded } from '../significance/false-discovery.ts';
import type { Finding } from '../significance/finding.ts';

/** Candidates that chance may explain, at most. */
export const MOST_SHARED = 20;

/** Not even one test alone would let more than this pass as more than expected. */
const NOMINAL = 0.05;

/**
 * What enough members have in common, more than expected, though chance may explain it: best first, none within
 * a structure already reported, no two of them with two facets in common, and none that says nothing.
 */
export function chooseShared(
  graded: readonly Graded[],
  structures: readonly Finding[],
  q: number,
  most: number,
  saysNothing: (finding: Finding) => boolean = () => false,
): Graded[] {
  const chosen: Graded[] = [];
  for (const finding of graded) {
    if (chosen.length >= most) break;
    if (finding.q <= q || finding.p > NOMINAL) continue;
    const overlaps = (other: Finding) => overlap(finding.facets, other.facets);
    if (structures.some(overlaps) || chosen.some(overlaps) || saysNothing(finding)) continue;
    chosen.push(finding);
  }
  return chosen;
}

/** Whether two sets have two facets in common: what chance may explain is then told by the stronger alone. */
export function overlap<Facet>(some: readonly Facet[], others: readonly Facet[]): boolean {
  return some.filter((facet) => others.includes(facet)).length >= 2;
}
