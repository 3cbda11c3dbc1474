import type * as wire from '@warren/contracts';
import { reportedStatistics } from '@warren/mining';
import { labelOf } from '../community/community.ts';
import type { Community } from '../community/community.ts';
import type { EvaluatedRule, MinedCandidate } from '../mining/mining-jobs.ts';
import type { Topics } from './topics/topics.ts';

/** Converts a candidate for an analyst: with labels, and with the topic that its facets share. */
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

/** Converts an evaluated rule, with its members and labels. */
export function toEvaluation(evaluated: EvaluatedRule, community: Community): wire.RuleEvaluation {
  const { id, rule, basis, bases, reason, facets, member_ids, sides, bridges, pairs, against_chance } =
    evaluated;
  return {
    rule,
    fingerprint: id,
    unknown_facets: facets.map(({ key }) => key).filter((key) => !community.labels.has(key)),
    basis,
    bases: [...bases],
    reason,
    statistics: toStatistics(reportedStatistics(evaluated)),
    against_chance: against_chance && toStatistics(against_chance),
    facets: labelled(facets, community),
    member_ids: [...member_ids],
    sides: sides && { givers: [...sides.givers], seekers: [...sides.seekers] },
    bridges: bridges && [...bridges],
    pairs: pairs?.map(({ giver, seeker, facet }) => ({ giver, seeker, facet })),
  };
}

/** Rounds a count to a safe integer: counts of possible rules exceed 2^53, where only their size matters. */
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
