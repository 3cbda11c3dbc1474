import type { Candidate } from '../candidates/candidate.ts';
import { isTautology } from '../candidates/tautologies.ts';
import { toCandidate } from '../candidates/to-candidate.ts';
import type { MiningContext } from '../context/mining-context.ts';
import { nominalLevel } from '../significance/false-discovery.ts';
import type { Graded } from '../significance/false-discovery.ts';
import type { Finding } from '../significance/finding.ts';
import type { SearchedRules } from './searched-rules.ts';

/** Most candidates that chance may explain, by default. */
export const mostShared = 20;

/**
 * Rules that more members match than expected, though chance may explain it: best first, none that shares two facets
 * with a structure beyond chance or with another of them, and no tautologies.
 */
export function findShared(
  context: MiningContext,
  _found: readonly Candidate[],
  { rates, structures, maxShared = mostShared }: SearchedRules,
): Candidate[] {
  const chosen: Graded[] = [];
  for (const finding of rates.graded) {
    if (chosen.length >= maxShared) {
      break;
    }
    if (finding.q <= context.q || finding.p > nominalLevel) {
      continue;
    }
    const overlaps = (other: Finding) => shareTwo(finding.facets, other.facets);
    if (structures.some(overlaps) || chosen.some(overlaps)) {
      continue;
    }
    if (!isTautology(context.membership, finding)) {
      chosen.push(finding);
    }
  }
  return chosen.map((finding) => toCandidate(context, finding, 'shared'));
}

/** Returns whether two sets share two facets: of rules that chance may explain only the stronger is then reported. */
export function shareTwo<Facet>(some: readonly Facet[], others: readonly Facet[]): boolean {
  return some.filter((facet) => others.includes(facet)).length >= 2;
}
