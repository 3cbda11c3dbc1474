import type { Counting } from '../membership/counting.ts';
import type { Finding, EffectThresholds } from '../significance/finding.ts';
import { sharedCounts, transpose } from '../membership/membership.ts';
import type { Membership } from '../membership/membership.ts';
import { nullModelOf } from '../null-model/null-model.ts';
import { testGroup } from './sets.ts';
import { createSharpening } from '../significance/conditional-test.ts';
import type { CancellationSignal } from '../context/cancellation.ts';
import type { TestFamily } from '../context/test-family.ts';

/** As improbable as this a structure is there, whatever else is. */
const CLEAR = 1e-20;

/**
 * The structures that hold also when the clear ones are out of the way. Who belongs to a clear structure lists more
 * because of it; the null model takes that for inclination to list anything, expects less of those who truly list
 * much, and so too little of whatever they share: in a large membership enough for findings where nothing is. A
 * null model of fewer facets is one too: fitted without the facets of clear structures, it must not explain the rest.
 * What has a facet in common with a clear structure stays as it is. The numbers of a structure are not touched.
 */
export function confirm(
  structures: readonly Finding[],
  counting: Counting,
  floors: EffectThresholds,
  holds: (finding: Finding) => boolean,
  signal: CancellationSignal | undefined,
): readonly Finding[] {
  const clear = new Set(structures.filter(({ p }) => p < CLEAR).flatMap(({ facets }) => facets));
  const isApart = ({ facets }: Finding) => facets.every((facet) => !clear.has(facet));
  if (clear.size === 0 || !structures.some(isApart)) return structures;
  const rest = withoutFacets(floors.membership, clear);
  const model = nullModelOf(rest);
  const { sharpen } = createSharpening(rest, floors.families, signal);
  const inRest = (universe: TestFamily): TestFamily => ({
    ...universe,
    fits: universe.kinds.map((kind) => model.fit(kind)),
    classes: model.classes(universe.kinds),
  });
  return structures.filter((structure) => {
    if (!isApart(structure)) return true;
    const again = testGroup(inRest(structure.universe), counting, structure.facets, {
      ...floors,
      membership: rest,
    }).find(({ k }) => k === structure.k);
    return again !== undefined && holds(sharpen(again));
  });
}

/** The same members and list of facets, some of which nobody carries any more. */
function withoutFacets(membership: Membership, gone: ReadonlySet<number>): Membership {
  const { ids, facets, starts: oldStarts, items: oldItems } = membership;
  const starts = sharedCounts(ids.length + 1);
  const items = new Uint32Array(oldItems.length);
  let end = 0;
  for (let member = 0; member < ids.length; member++) {
    for (let at = oldStarts[member] ?? 0; at < (oldStarts[member + 1] ?? 0); at++) {
      const facet = oldItems[at] ?? 0;
      if (!gone.has(facet)) items[end++] = facet;
    }
    starts[member + 1] = end;
  }
  const kept = items.subarray(0, end);
  return { ...membership, starts, items: kept, ...transpose(starts, kept, facets.length) };
}
