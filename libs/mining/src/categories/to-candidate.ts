import { categoryOfKind } from '@warren/contracts';
import type { Clause, SimpleRule } from '@warren/contracts';
import type { Counting } from '../membership/counting.ts';
import type { Finding } from '../significance/finding.ts';
import { countOf } from '../membership/membership.ts';
import type { Membership } from '../membership/membership.ts';
import type { Basis, Candidate, Category } from './candidate.ts';
import { idsAt, ruleFingerprint } from '../membership/rule-members.ts';
import { chanceStatistics, countFacets, sharedStatistics } from './statistics.ts';

/** A finding as a candidate: its rule in words of facet keys, its members, its numbers. */
export function toCandidate(
  membership: Membership,
  counting: Counting,
  finding: Finding & { q: number },
  basis: Basis,
): Candidate {
  const rule = ruleOf(membership, finding);
  const positions = counting.atLeast(finding.facets, finding.k);
  return {
    id: ruleFingerprint(rule),
    category: categoryOf(finding.universe.kinds),
    basis,
    rule,
    facets: countFacets(membership, rule, positions),
    member_ids: idsAt(membership, positions),
    statistics: (basis === 'shared' ? sharedStatistics : chanceStatistics)(finding, membership.described),
  };
}

function categoryOf(kinds: readonly string[]): Category {
  const [kind, ...others] = kinds;
  return kind === undefined || others.length > 0 ? 'cross_domain' : (categoryOfKind(kind) ?? 'cross_domain');
}

/** All of a set across kinds is said kind by kind; a group stays one clause. Common facets come first. */
function ruleOf(membership: Membership, { universe, facets, k }: Finding): SimpleRule {
  const ordered = [...facets].sort((a, b) => countOf(membership, b) - countOf(membership, a) || a - b);
  const keys = (some: readonly number[]) => some.map((facet) => membership.facets[facet] ?? '');
  if (k < facets.length || universe.kinds.length === 1)
    return { clauses: [{ at_least: k, of: keys(ordered) }] };
  const clauses = universe.fits.map(({ from, to }): Clause => {
    const ofKind = ordered.filter((facet) => facet >= from && facet < to);
    return { at_least: ofKind.length, of: keys(ofKind) };
  });
  return { clauses };
}
