import { facetsOfRule } from '@warren/contracts';
import type { Rule, Statistics, UnlabelledFacetCount } from '@warren/contracts';
import { overlap } from '../membership/counting.ts';
import { carriersOf, countOf, facetIndex } from '../membership/membership.ts';
import type { Membership } from '../membership/membership.ts';
import { liftAmong, liftInterval, wilson } from '../null-model/intervals.ts';

/** Statistics of a count as a share of the described members, without a comparison with chance. */
export function shareStatistics(observed: number, described: number): Statistics {
  const { low, high } = wilson(observed, described);
  return {
    observed,
    share: described === 0 ? 0 : observed / described,
    share_low: low,
    share_high: high,
    expected: null,
    lift: null,
    lift_low: null,
    lift_high: null,
    p_value: null,
    q_value: null,
    tested: null,
  };
}

/** Statistics of a count compared with the null model. */
export function chanceStatistics(
  count: { observed: number; expected: number; p: number; q: number; tested: number },
  described: number,
): Statistics {
  const { observed, expected, p, q, tested } = count;
  const interval = expected > 0 ? liftInterval(observed, expected, described) : undefined;
  return {
    ...shareStatistics(observed, described),
    expected,
    lift: expected > 0 ? observed / expected : null,
    lift_low: interval?.low ?? null,
    lift_high: interval?.high ?? null,
    p_value: p,
    q_value: Math.min(1, q),
    tested,
  };
}

/** Statistics of a rule that chance may explain: the interval of its lift allows for all tested rules. */
export function sharedStatistics(
  count: { observed: number; expected: number; p: number; q: number; tested: number },
  described: number,
): Statistics {
  const { observed, expected, tested } = count;
  const interval = expected > 0 ? liftAmong(observed, expected, described, tested) : undefined;
  return {
    ...chanceStatistics(count, described),
    lift_low: interval?.low ?? null,
    lift_high: interval?.high ?? null,
  };
}

/** Number of the given members, and of all, who carry each facet of a rule. */
export function countFacets(
  membership: Membership,
  rule: Rule,
  positions: Uint32Array,
): UnlabelledFacetCount[] {
  return facetsOfRule(rule).map((key) => {
    const facet = facetIndex(membership, key);
    return {
      key,
      in_pattern: facet < 0 ? 0 : overlap(positions, carriersOf(membership, facet)),
      in_community: facet < 0 ? 0 : countOf(membership, facet),
    };
  });
}
