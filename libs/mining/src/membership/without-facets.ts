import { sharedCounts, transpose } from './membership.ts';
import type { Membership } from './membership.ts';

/** The same members and list of facets, some of which nobody carries any more. */
export function withoutFacets(membership: Membership, removed: ReadonlySet<number>): Membership {
  const { ids, facets, starts: oldStarts, items: oldItems } = membership;
  const starts = sharedCounts(ids.length + 1);
  const items = new Uint32Array(oldItems.length);
  let end = 0;
  for (let member = 0; member < ids.length; member++) {
    for (let at = oldStarts[member] ?? 0; at < (oldStarts[member + 1] ?? 0); at++) {
      const facet = oldItems[at] ?? 0;
      if (!removed.has(facet)) {
        items[end++] = facet;
      }
    }
    starts[member + 1] = end;
  }
  const kept = items.subarray(0, end);
  return { ...membership, starts, items: kept, ...transpose(starts, kept, facets.length) };
}
