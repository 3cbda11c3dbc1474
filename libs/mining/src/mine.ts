import { sameWords } from './candidates/same-words.ts';
import { isTautology } from './candidates/tautologies.ts';
import { findCandidates } from './categories/find-candidates.ts';
import { createMiningContext } from './context/mining-context.ts';
import type { MiningContext } from './context/mining-context.ts';
import type { MiningOptions } from './context/mining-options.ts';
import { fitsOf, testsBySize } from './context/test-family.ts';
import { labelOf } from './membership/facet-keys.ts';
import type { Membership } from './membership/membership.ts';
import type { MiningResult } from './mining-result.ts';
import { findDemand } from './network/demand.ts';
import { chooseLinks } from './network/links.ts';
import { nullModelVersion } from './null-model/null-model.ts';
import { foldFindings } from './search/fold-findings.ts';
import { rateFindings } from './search/rate-findings.ts';
import { retest } from './search/retest.ts';
import { search } from './search/search.ts';

/**
 * Mines a membership for patterns; the same membership and options give the same result, byte for byte.
 * @throws MiningCancelled once the signal is aborted
 * @throws NullModelDiverged where the null model cannot be fitted
 */
export function mine(membership: Membership, options: MiningOptions = {}): MiningResult {
  const { maxSetSize, maxShared } = options;
  const context = createMiningContext(membership, options);
  const searchIn = (some: MiningContext) => search(some, maxSetSize, areDifferentWords(membership));
  const { findings, apart, neighbours } = searchIn(context);
  // Shuffles count what they show in either direction, as the community does.
  const rates = rateFindings(context, [...findings, ...apart], (shuffled) => {
    const again = searchIn(shuffled);
    return [...again.findings, ...again.apart];
  });
  const folded = foldFindings(context, rates, neighbours);
  const structures = retest(context, folded, rates.rateOf);
  const candidates = findCandidates(context, { rates, structures, maxShared });
  const links = chooseLinks(context, rates, folded, (finding) => isTautology(membership, finding));
  const { testFamilies, apartFamilies, familyCount, focus } = context;
  return {
    members: membership.ids.length,
    described: membership.described,
    facets: membership.facets.length,
    tested: [...testFamilies.flatMap(testsBySize), ...apartFamilies.map(({ tested }) => tested)].reduce(
      (sum, tests) => sum + tests,
      0,
    ),
    families: familyCount,
    null_model: {
      version: nullModelVersion,
      fits: fitsOf(testFamilies).map(({ kind, iterations, error }) => ({ kind, iterations, error })),
    },
    candidates,
    links,
    demand: findDemand(membership, focus, undefined, options.people),
  };
}

function areDifferentWords({ facets }: Membership): (a: number, b: number) => boolean {
  return (a, b) => !sameWords(labelOf(facets[a] ?? ''), labelOf(facets[b] ?? ''));
}
