import type { Membership } from '../membership/membership.ts';
import { isAcrossKinds, testOverlap } from '../significance/cluster-overlap.ts';
import { surprise } from '../significance/finding.ts';
import type { Candidate } from './candidate.ts';

type Ranked = Pick<Candidate, 'id' | 'category' | 'rule' | 'statistics'>;

/**
 * Orders candidates beyond chance by surprise, largest first, which is large for many members and for a large ratio to
 * the expected number. Across kinds only the overlap of the two clauses counts, each with the members it has, so that a
 * strong cluster does not carry a faint link to something else to the top.
 * @param winsTies candidates that rank before others of equal surprise
 */
export function strongestFirst<C extends Ranked>(
  membership: Membership,
  candidates: readonly C[],
  winsTies: (candidate: C) => boolean = () => false,
): C[] {
  return candidates
    .map((candidate) => ({
      candidate,
      strength: strengthOf(membership, candidate),
      tie: winsTies(candidate) ? 0 : 1,
    }))
    .sort((a, b) => b.strength - a.strength || a.tie - b.tie || (a.candidate.id < b.candidate.id ? -1 : 1))
    .map(({ candidate }) => candidate);
}

function strengthOf(membership: Membership, { category, rule, statistics }: Ranked): number {
  const { observed, expected } = statistics;
  if (category === 'cross_domain' && 'clauses' in rule && isAcrossKinds(rule.clauses)) {
    const [one, other] = rule.clauses;
    const overlap = testOverlap(membership, one, other);
    if (overlap) {
      return surprise(overlap);
    }
  }
  return surprise({ observed, expected: expected ?? observed });
}
