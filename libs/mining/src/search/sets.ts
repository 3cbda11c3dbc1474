import { checkCancelled } from '../context/cancellation.ts';
import type { MiningContext } from '../context/mining-context.ts';
import { largestSet, thresholdsOf } from '../context/test-family.ts';
import type { TestFamily } from '../context/test-family.ts';
import { meetsThresholds } from '../context/thresholds.ts';
import { meanOf } from '../null-model/poisson-binomial.ts';
import { chancesOfEach } from '../null-model/rule-chance.ts';
import type { Finding } from '../significance/finding.ts';
import { testRule } from '../significance/test-rule.ts';
import type { Neighbours } from './pairs.ts';

/** Most sets looked at in one test family; the sets of the strongest facets come well before. */
const mostSets = 20_000;

/**
 * Tests sets of three to five facets whose pairs all go together, with every threshold. The choice of sets depends on
 * the data, the number of tests they are corrected for does not: it counts every set.
 */
export function findSets(
  context: MiningContext,
  family: TestFamily,
  neighbours: Neighbours,
  largest: number,
): Finding[] {
  const findings: Finding[] = [];
  let looked = 0;
  const limit = Math.min(largest, largestSet, family.largest);

  const grow = (facets: readonly number[], open: readonly number[]) => {
    for (const next of open) {
      if (looked >= mostSets) {
        return;
      }
      const grown = [...facets, next];
      if (grown.length >= 3) {
        looked++;
        if (looked % 256 === 0) {
          checkCancelled(context.signal);
        }
        findings.push(...testGroup(context, family, grown));
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
  for (const facet of family.facets) {
    const near = neighbours.get(facet);
    if (near) {
      grow(
        [facet],
        [...near].filter((other) => other > facet).sort((a, b) => a - b),
      );
    }
  }
  return findings;
}

/** Tests one set of facets with each threshold k that it may have; rules below the effect thresholds are left out. */
export function testGroup(context: MiningContext, family: TestFamily, facets: readonly number[]): Finding[] {
  const { counting, thresholds } = context;
  const reached = counting.atLeastCounts(facets);
  const allowed = allowedThresholds(family, facets).filter((k) => (reached[k] ?? 0) >= thresholds.minMembers);
  if (allowed.length === 0) {
    return [];
  }
  const chances = chancesOfEach(family.classes, facets);
  return allowed.flatMap((k) => {
    const column = chances[k];
    const observed = reached[k] ?? 0;
    if (!column) {
      return [];
    }
    const expected = meanOf({ chances: column, counts: family.classes.counts });
    if (!meetsThresholds(thresholds, observed, expected)) {
      return [];
    }
    return [testRule(context, { family, facets, k, observed }, column)];
  });
}

/** Thresholds of a set; across kinds more than either kind has facets, else one kind alone would do. */
function allowedThresholds(family: TestFamily, facets: readonly number[]): number[] {
  const thresholds = thresholdsOf(facets.length);
  const [first, second] = family.fits;
  if (!first || !second) {
    return thresholds;
  }
  const inFirst = facets.filter((facet) => facet >= first.from && facet < first.to).length;
  return thresholds.filter((k) => k > Math.max(inFirst, facets.length - inFirst));
}
