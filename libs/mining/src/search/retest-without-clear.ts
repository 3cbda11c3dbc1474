import { withMembership } from '../context/mining-context.ts';
import type { MiningContext } from '../context/mining-context.ts';
import type { TestFamily } from '../context/test-family.ts';
import { withoutFacets } from '../membership/without-facets.ts';
import { testConditionally } from '../significance/conditional-test.ts';
import type { Rates } from '../significance/false-discovery.ts';
import type { Finding } from '../significance/finding.ts';
import { testGroup } from './sets.ts';

/** A structure is clear if its p is smaller: it is certain, whatever else is found. */
const clearP = 1e-20;

/**
 * The structures that still pass when the facets of clear ones are taken out of the membership. Members of a clear
 * structure list more because of it; the null model takes that for inclination to list anything, expects less of those
 * who truly list much, and so too little of whatever they share: in a large membership enough to report findings where
 * there is nothing. A null model of fewer facets is a null model too: fitted without the facets of clear structures, it
 * must not explain the others. Structures that share a facet with a clear one are kept. The numbers of the structures
 * do not change.
 */
export function retestWithoutClear(
  context: MiningContext,
  structures: readonly Finding[],
  rateOf: Rates['rateOf'],
): readonly Finding[] {
  const clear = new Set(structures.filter(({ p }) => p < clearP).flatMap(({ facets }) => facets));
  const isApart = ({ facets }: Finding) => facets.every((facet) => !clear.has(facet));
  if (clear.size === 0 || !structures.some(isApart)) {
    return structures;
  }
  const rest = withMembership(context, withoutFacets(context.membership, clear));
  const inRest = (family: TestFamily): TestFamily => ({
    ...family,
    fits: family.kinds.map((kind) => rest.model.fit(kind)),
    classes: rest.model.classes(family.kinds),
  });
  return structures.filter((structure) => {
    if (!isApart(structure)) {
      return true;
    }
    const again = testGroup(rest, inRest(structure.family), structure.facets).find(
      ({ k }) => k === structure.k,
    );
    return again !== undefined && rateOf(testConditionally(rest, again)) <= context.q;
  });
}
