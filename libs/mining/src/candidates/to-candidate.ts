import { categoryOfKind } from '@warren/contracts';
import type { Clause, MeasuredBasis, PatternCategory, SimpleRule } from '@warren/contracts';
import type { MiningContext } from '../context/mining-context.ts';
import { countOf } from '../membership/membership.ts';
import type { Membership } from '../membership/membership.ts';
import { idsAt, ruleFingerprint } from '../membership/rule-members.ts';
import type { Finding } from '../significance/finding.ts';
import type { Candidate } from './candidate.ts';
import { chanceStatistics, countFacets, sharedStatistics } from './statistics.ts';

/** A finding as a candidate: its rule in facet keys, its members and its statistics. */
export function toCandidate(
  { membership, counting }: MiningContext,
  finding: Finding & { q: number },
  basis: MeasuredBasis,
): Candidate {
  const rule = ruleOf(membership, finding);
  const positions = counting.atLeast(finding.facets, finding.k);
  return {
    id: ruleFingerprint(rule),
    category: categoryOf(finding.family.kinds),
    basis,
    rule,
    facets: countFacets(membership, rule, positions),
    member_ids: idsAt(membership, positions),
    statistics: (basis === 'shared' ? sharedStatistics : chanceStatistics)(finding, membership.described),
  };
}

function categoryOf(kinds: readonly string[]): PatternCategory {
  const [kind, ...others] = kinds;
  return kind === undefined || others.length > 0 ? 'cross_domain' : (categoryOfKind(kind) ?? 'cross_domain');
}

/**
 * The rule of a finding: one clause a kind for all facets of a set across kinds, else one clause. Common facets first.
 */
function ruleOf(membership: Membership, { family, facets, k }: Finding): SimpleRule {
  const ordered = [...facets].sort((a, b) => countOf(membership, b) - countOf(membership, a) || a - b);
  const keys = (some: readonly number[]) => some.map((facet) => membership.facets[facet] ?? '');
  if (k < facets.length || family.kinds.length === 1) {
    return { clauses: [{ at_least: k, of: keys(ordered) }] };
  }
  const clauses = family.fits.map(({ from, to }): Clause => {
    const ofKind = ordered.filter((facet) => facet >= from && facet < to);
    return { at_least: ofKind.length, of: keys(ofKind) };
  });
  return { clauses };
}
