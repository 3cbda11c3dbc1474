import { surprise } from '../significance/finding.ts';
import type { Membership } from '../membership/membership.ts';
import type { Candidate } from './candidate.ts';
import { isAcrossKinds, measureMeeting } from './cross-cluster-overlap.ts';

type Ranked = Pick<Candidate, 'id' | 'category' | 'rule' | 'statistics'>;

/**
 * Orders candidates beyond chance, the one an operator would look at first in front: by surprise, which is large for
 * many members and for many times too many. Across kinds only the meeting of the two kinds counts: what is expected
 * is what both clauses, each with the members it has, would give, so that a strong cluster does not carry a faint
 * link to something else to the top.
 * @param winsTies which go before others that are as surprising
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
    const meeting = measureMeeting(membership, one, other);
    if (meeting) return surprise(meeting);
  }
  return surprise({ observed, expected: expected ?? observed });
}
