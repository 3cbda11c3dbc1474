import { createCounting } from '../membership/counting.ts';
import type { Finding, EffectThresholds } from '../significance/finding.ts';
import type { Membership } from '../membership/membership.ts';
import { countPairs } from './pair-counts.ts';
import { findPairs } from './pairs.ts';
import type { Neighbours } from './pairs.ts';
import { findSets } from './sets.ts';
import { checkStop } from '../context/cancellation.ts';
import type { CancellationSignal } from '../context/cancellation.ts';
import type { TestFamily } from '../context/test-family.ts';

/** What a search met: the rules it tested, and along which pairs it looked. */
export interface Searched {
  readonly findings: readonly Finding[];
  readonly neighbours: ReadonlyMap<TestFamily, Neighbours>;
}

/** Tests what could be a structure, in every universe: pairs that occur, then sets whose pairs all go together. */
export function search(
  membership: Membership,
  universes: readonly TestFamily[],
  maxSetSize: number,
  floors: EffectThresholds,
  signal: CancellationSignal | undefined,
): Searched {
  const carriedBoth = countPairs(membership, floors.minMembers, signal);
  const counting = createCounting(membership);
  const neighbours = new Map<TestFamily, Neighbours>();
  const findings: Finding[] = [];
  for (const universe of universes) {
    checkStop(signal);
    const pairs = findPairs(carriedBoth, universe, floors, signal);
    const near = withinKinds(universe, pairs.neighbours, universes, neighbours);
    neighbours.set(universe, near);
    const sets = findSets(universe, counting, near, maxSetSize, floors, signal);
    for (const found of [pairs.findings, sets]) for (const finding of found) findings.push(finding);
  }
  return { findings, neighbours };
}

/** Across two kinds sets also grow along the pairs found within each of them. */
function withinKinds(
  universe: TestFamily,
  across: Neighbours,
  universes: readonly TestFamily[],
  found: ReadonlyMap<TestFamily, Neighbours>,
): Neighbours {
  if (universe.kinds.length === 1) return across;
  const joined = new Map([...across].map(([facet, near]) => [facet, new Set(near)]));
  for (const kind of universe.kinds) {
    const single = universes.find(({ kinds }) => kinds.length === 1 && kinds[0] === kind);
    for (const [facet, near] of (single && found.get(single)) ?? []) {
      const known = joined.get(facet);
      if (known) for (const other of near) known.add(other);
    }
  }
  return joined;
}
