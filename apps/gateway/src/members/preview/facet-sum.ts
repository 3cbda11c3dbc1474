import type { ReadFacet } from '@warren/contracts';

/** Facets whose numbers are summed; a file with more different ones is unlike any community. */
const most = 100_000;

/** Sums the facets of batches. A facet keeps the label of the batch in which most members carry it. */
export class FacetSum {
  private readonly facets = new Map<string, ReadFacet & { most: number }>();

  add(counted: readonly ReadFacet[]): void {
    for (const facet of counted) {
      const known = this.facets.get(facet.key);
      if (known !== undefined) {
        known.label = facet.members > known.most ? facet.label : known.label;
        known.most = Math.max(known.most, facet.members);
        known.members += facet.members;
      } else if (this.facets.size < most) {
        this.facets.set(facet.key, { ...facet, most: facet.members });
      }
    }
  }

  /** The facets of most members. */
  top(count: number): ReadFacet[] {
    return [...this.facets.values()]
      .sort((a, b) => b.members - a.members || (a.key < b.key ? -1 : 1))
      .slice(0, count)
      .map(({ key, kind, label, members }) => ({ key, kind, label, members }));
  }
}
