import { checkCancelled } from '../context/cancellation.ts';
import type { MiningContext } from '../context/mining-context.ts';
import { largestSet } from '../context/test-family.ts';
import type { TestFamily } from '../context/test-family.ts';
import { testNearestConditionally } from '../significance/conditional-test.ts';
import type { Finding } from '../significance/finding.ts';
import { findApart } from './apart.ts';
import type { MayKeepApart } from './apart.ts';
import { countPairs } from './pair-counts.ts';
import { findPairs } from './pairs.ts';
import type { Neighbours } from './pairs.ts';
import { findSets } from './sets.ts';

interface SearchResult {
  readonly findings: readonly Finding[];
  /** Tested pairs of fewer members than expected. */
  readonly apart: readonly Finding[];
  /** Pairs that go together, from which larger sets grow. */
  readonly neighbours: ReadonlyMap<TestFamily, Neighbours>;
}

/**
 * Searches every test family for structures: tests pairs that occur, then sets whose pairs all go together, and those
 * near their thresholds again, conditionally on the margins. Tests pairs for keeping apart as well.
 * @param mayKeepApart of two facets whether it would say something that they do
 */
export function search(
  context: MiningContext,
  maxSetSize: number = largestSet,
  mayKeepApart: MayKeepApart = () => true,
): SearchResult {
  const carriedBoth = countPairs(context);
  const neighbours = new Map<TestFamily, Neighbours>();
  const findings: Finding[] = [];
  for (const family of context.testFamilies) {
    checkCancelled(context.signal);
    const pairs = findPairs(context, family, carriedBoth);
    const near = withinKinds(context, family, pairs.neighbours, neighbours);
    neighbours.set(family, near);
    const sets = findSets(context, family, near, maxSetSize);
    for (const found of [pairs.findings, sets]) {
      for (const finding of found) {
        findings.push(finding);
      }
    }
  }
  return {
    findings: testNearestConditionally(context, findings),
    apart: findApart(context, carriedBoth, mayKeepApart),
    neighbours,
  };
}

/** Neighbours across two kinds, and those within each of the kinds: sets across kinds grow along both. */
function withinKinds(
  { testFamilies }: MiningContext,
  family: TestFamily,
  across: Neighbours,
  found: ReadonlyMap<TestFamily, Neighbours>,
): Neighbours {
  if (family.kinds.length === 1) {
    return across;
  }
  const joined = new Map([...across].map(([facet, near]) => [facet, new Set(near)]));
  for (const kind of family.kinds) {
    const single = testFamilies.find(({ kinds }) => kinds.length === 1 && kinds[0] === kind);
    for (const [facet, near] of (single && found.get(single)) ?? []) {
      const ofFacet = joined.get(facet);
      if (ofFacet) {
        for (const other of near) {
          ofFacet.add(other);
        }
      }
    }
  }
  return joined;
}
