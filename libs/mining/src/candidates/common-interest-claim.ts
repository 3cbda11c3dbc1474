import type { Statistics } from '@warren/contracts';
import type { RuleContext } from '../context/mining-context.ts';
import { meetsThresholds } from '../context/thresholds.ts';
import type { RuleTest } from '../significance/weakest-part.ts';
import { chanceStatistics, sharedStatistics } from './statistics.ts';

/** The basis on which two sides have something in common: chance may explain it, unless not even among all such rules. */
export function commonInterestClaim(
  { q, thresholds }: Pick<RuleContext, 'q' | 'thresholds'>,
  test: RuleTest,
): { basis: 'beyond_chance' | 'shared'; statistics: Statistics } {
  const { observed, expected, p, tested } = test;
  const isLarge = meetsThresholds(thresholds, observed, expected);
  // As everywhere, a rule below the effect thresholds counts with p = 1.
  const count = { ...test, p: isLarge ? p : 1, q: isLarge ? p * tested : 1 };
  return count.q <= q
    ? { basis: 'beyond_chance', statistics: chanceStatistics(count, thresholds.described) }
    : { basis: 'shared', statistics: sharedStatistics(count, thresholds.described) };
}
