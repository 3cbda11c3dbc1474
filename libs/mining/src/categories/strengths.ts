import type { Rule, SimpleRule } from '@warren/contracts';
import type { Candidate } from '../candidates/candidate.ts';
import { countFacets, shareStatistics } from '../candidates/statistics.ts';
import type { MiningContext } from '../context/mining-context.ts';
import { countOf } from '../membership/membership.ts';
import type { Membership } from '../membership/membership.ts';
import { idsAt, positionsOfSide, ruleFingerprint } from '../membership/rule-members.ts';
import { wilson } from '../null-model/intervals.ts';

/** Least lower end of the interval of a strength's share. */
const strengthShare = 0.1;
const mostStrengths = 5;
const mostFacets = 3;
const kinds = ['skill:', 'interest:'];

/** Returns whether a count is a large enough share of the described members. */
export function isStrength(observed: number, described: number, minMembers: number): boolean {
  return observed >= minMembers && wilson(observed, described).low >= strengthShare;
}

/**
 * Strengths, rules that a large share of the membership matches: the depth of clusters (members who carry a given
 * number of a cluster's facets, the largest number that is still a strength), then the commonest skills and interests.
 */
export function findStrengths(
  { membership, thresholds: { minMembers }, focus }: MiningContext,
  found: readonly Candidate[],
): Candidate[] {
  const clusters = found.filter(
    ({ category, basis }) =>
      basis === 'beyond_chance' && (category === 'skill_cluster' || category === 'interest_theme'),
  );
  const known = new Set(clusters.map(({ id }) => id));
  const isStrong = (rule: SimpleRule) =>
    isStrength(positionsOfSide(membership, rule).length, membership.described, minMembers);
  const depths = clusters.flatMap(({ rule }) => {
    const clause = 'clauses' in rule && rule.clauses.length === 1 ? rule.clauses[0] : undefined;
    if (!clause || clause.of.length < 3) {
      return [];
    }
    for (let k = clause.of.length; k >= 2; k--) {
      const deep = { clauses: [{ at_least: k, of: clause.of }] };
      if (isStrong(deep)) {
        return known.has(ruleFingerprint(deep)) ? [] : [deep];
      }
    }
    return [];
  });
  const facets = membership.facets
    .map((key, facet) => ({ key, count: countOf(membership, facet) }))
    .filter(({ key }) => kinds.some((kind) => key.startsWith(kind)) && (!focus || focus.has(key)))
    .filter(({ count }) => isStrength(count, membership.described, minMembers))
    .sort((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1))
    .slice(0, mostFacets)
    .map(({ key }) => ({ clauses: [{ at_least: 1, of: [key] }] }));
  return [...depths.slice(0, mostStrengths - mostFacets), ...facets].map((rule) =>
    toCandidate(membership, rule),
  );
}

function toCandidate(membership: Membership, rule: Rule & SimpleRule): Candidate {
  const positions = positionsOfSide(membership, rule);
  return {
    id: ruleFingerprint(rule),
    category: 'community_strength',
    basis: 'share',
    rule,
    facets: countFacets(membership, rule, positions),
    member_ids: idsAt(membership, positions),
    statistics: shareStatistics(positions.length, membership.described),
  };
}
