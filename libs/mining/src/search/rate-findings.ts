import type { MiningContext } from '../context/mining-context.ts';
import { withSameMargins } from '../context/mining-context.ts';
import { falsePositivesByCounting, rate } from '../significance/false-discovery.ts';
import type { Rates } from '../significance/false-discovery.ts';
import type { Finding } from '../significance/finding.ts';
import { falsePositivesByShuffles, isSmall } from './permutation/calibration.ts';

/**
 * Rates the findings of a search: in a small community by what the same search finds in shuffles of the membership,
 * else by counting the tests.
 */
export function rateFindings(
  context: MiningContext,
  findings: readonly Finding[],
  searchAgain: (shuffled: MiningContext) => readonly Finding[],
): Rates {
  const falsePositives = isSmall(context.membership)
    ? falsePositivesByShuffles(context, findings, (shuffled) =>
        searchAgain(withSameMargins(context, shuffled)),
      )
    : falsePositivesByCounting(context.familyCount);
  return rate(findings, falsePositives);
}
