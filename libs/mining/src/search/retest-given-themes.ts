import type { MiningContext } from '../context/mining-context.ts';
import type { Rates } from '../significance/false-discovery.ts';
import type { Finding } from '../significance/finding.ts';
import { tailGivenThemes } from '../significance/given-themes.ts';

/**
 * The structures that are as rare given who carries their themes as they are without; those without themes are kept. The
 * numbers of the structures do not change.
 */
export function retestGivenThemes(
  { membership, q }: MiningContext,
  structures: readonly Finding[],
  rateOf: Rates['rateOf'],
): readonly Finding[] {
  return structures.filter((structure) => {
    const p = tailGivenThemes(membership, structure.family.fits, structure);
    return p === undefined || p <= structure.p || rateOf({ ...structure, p }) <= q;
  });
}
