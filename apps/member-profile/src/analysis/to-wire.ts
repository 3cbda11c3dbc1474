import type * as wire from '@warren/contracts';
import { reportedStatistics } from '@warren/mining';
import type { Topics } from './topics/topics.ts';
import type { EvaluatedRule, MinedCandidate } from '../mining/mining-jobs.ts';
import { labelOf } from '../community/community.ts';
import type { Community } from '../community/community.ts';

/** A candidate as an analyst sees it: with labels, and with the topic that they have in common. */
export function toCandidate(
  candidate: MinedCandidate,
  community: Pick<Community, 'labels'>,
  topics: Topics,
): wire.Candidate {
  const { id, category, basis, rule, facets, member_count, statistics } = candidate;
  return {
    id,
    category,
    basis,
    topic: topics.topicOf(facets.map(({ key }) => key)) ?? null,
    rule,
    facets: labelled(facets, community),
    member_count,
    statistics: toStatistics(statistics),
  };
}

/** A judged rule with its members and labels. */
export function toEvaluation(judged: EvaluatedRule, community: Community): wire.RuleEvaluation {
  const { id, rule, basis, bases, reason, facets, member_ids, sides, pairs, against_chance } = judged;
  return {
    rule,
    fingerprint: id,
    unknown_facets: facets.map(({ key }) => key).filter((key) => !community.labels.has(key)),
    basis,
    bases: [...bases],
    reason,
    statistics: toStatistics(reportedStatistics(judged)),
    against_chance: against_chance && toStatistics(against_chance),
    facets: labelled(facets, community),
    member_ids: [...member_ids],
    sides: sides && { givers: [...sides.givers], seekers: [...sides.seekers] },
    pairs: pairs?.map(({ giver, seeker, facet }) => ({ giver, seeker, facet })),
  };
}

/** Counts of possible rules pass 2^53; beyond it only their size matters. */
export function wholeNumber(count: number): number {
  return Math.min(Math.round(count), Number.MAX_SAFE_INTEGER);
}

function toStatistics(statistics: wire.Statistics): wire.Statistics {
  const { tested } = statistics;
  return { ...statistics, tested: tested === null ? null : wholeNumber(tested) };
}

function labelled(
  facets: readonly wire.UnlabelledFacetCount[],
  community: Pick<Community, 'labels'>,
): wire.FacetCount[] {
  return facets.map(({ key, in_pattern, in_community }) => ({
    key,
    label: labelOf(community, key),
    in_pattern,
    in_community,
  }));
}
