import type { Graded } from '../false-discovery.ts';
import type { Finding } from '../finding.ts';

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
    const overlaps = (other: Finding) =>
      finding.facets.filter((facet) => other.facets.includes(facet)).length >= 2;
    if (structures.some(overlaps) || chosen.some(overlaps) || saysNothing(finding)) continue;
    chosen.push(finding);
  }
  return chosen;
}
