import type { Counting } from '../membership/counting.ts';
import { testRule, meetsThresholds } from '../significance/finding.ts';
import type { Finding, EffectThresholds } from '../significance/finding.ts';
import type { Neighbours } from './pairs.ts';
import { meanOf } from '../null-model/poisson-binomial.ts';
import { chancesOfEach } from '../null-model/rule-chance.ts';
import { checkStop } from '../context/cancellation.ts';
import type { CancellationSignal } from '../context/cancellation.ts';
import { thresholdsOf } from '../context/test-family.ts';
import type { TestFamily } from '../context/test-family.ts';

/** Sets up to this size are tested as sets; larger groups only grow out of them. */
export const LARGEST_SET = 5;
/** Sets looked at in one universe; beyond it the strongest facets have long been through. */
const MOST_SETS = 20_000;

/**
 * Tests sets of three to five facets whose pairs all go together, with every threshold. Which sets are looked
 * at follows the data, what they are measured against does not: the denominators count every set.
 */
export function findSets(
  universe: TestFamily,
  counting: Counting,
  neighbours: Neighbours,
  largest: number,
  floors: EffectThresholds,
  signal: CancellationSignal | undefined,
): Finding[] {
  const findings: Finding[] = [];
  let looked = 0;
  const limit = Math.min(largest, LARGEST_SET, universe.largest);

  const grow = (facets: readonly number[], open: readonly number[]) => {
    for (const next of open) {
      if (looked >= MOST_SETS) return;
      const grown = [...facets, next];
      if (grown.length >= 3) {
        looked++;
        if (looked % 256 === 0) checkStop(signal);
        findings.push(...testGroup(universe, counting, grown, floors));
      }
      if (grown.length < limit) {
        const near = neighbours.get(next);
        grow(
          grown,
          open.filter((facet) => facet > next && near?.has(facet)),
        );
      }
    }
  };
  for (const facet of universe.facets) {
    const near = neighbours.get(facet);
    if (near)
      grow(
        [facet],
        [...near].filter((other) => other > facet).sort((a, b) => a - b),
      );
  }
  return findings;
}

/** Tests one set of facets with each threshold it may have; what stays below the floors is left out. */
export function testGroup(
  universe: TestFamily,
  counting: Counting,
  facets: readonly number[],
  floors: EffectThresholds,
): Finding[] {
  const reached = counting.atLeastCounts(facets);
  const thresholds = allowedThresholds(universe, facets).filter(
    (k) => (reached[k] ?? 0) >= floors.minMembers,
  );
  if (thresholds.length === 0) return [];
  const chances = chancesOfEach(universe.classes, facets);
  return thresholds.flatMap((k) => {
    const column = chances[k];
    const observed = reached[k] ?? 0;
    if (!column) return [];
    if (!meetsThresholds(observed, meanOf({ chances: column, counts: universe.classes.counts }), floors))
      return [];
    return [testRule(universe, facets, k, observed, column, floors)];
  });
}

/** Across kinds a member must be asked for more than either kind can give, else one kind alone would do. */
function allowedThresholds(universe: TestFamily, facets: readonly number[]): number[] {
  const thresholds = thresholdsOf(facets.length);
  const [first, second] = universe.fits;
  if (!first || !second) return thresholds;
  const inFirst = facets.filter((facet) => facet >= first.from && facet < first.to).length;
  return thresholds.filter((k) => k > Math.max(inFirst, facets.length - inFirst));
}
