import type { MiningContext } from '../context/mining-context.ts';
import type { Rates } from '../significance/false-discovery.ts';
import type { Finding } from '../significance/finding.ts';
import { retestGivenThemes } from './retest-given-themes.ts';
import { retestWithoutClear } from './retest-without-clear.ts';

/** The structures that are beyond chance by every null model; whatever is told of one, as a candidate or a link, comes from these. */
export function retest(
  context: MiningContext,
  structures: readonly Finding[],
  rateOf: Rates['rateOf'],
): readonly Finding[] {
  return retestGivenThemes(context, retestWithoutClear(context, structures, rateOf), rateOf);
}
