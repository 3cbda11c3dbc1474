import { facetKind } from '@warren/contracts';
import type { ReadFacet } from '@warren/contracts';
import type { FacetColumns } from './facet-reader.ts';

/** Counts how many members carry each facet, with the label that most of them write. */
export class FacetCounts {
  private readonly labels = new Map<string, Map<string, number>>();

  add({ facets, facet_labels }: FacetColumns): void {
    facets.forEach((key, at) => {
      const label = facet_labels[at] ?? key;
      const known = this.labels.get(key) ?? new Map<string, number>();
      known.set(label, (known.get(label) ?? 0) + 1);
      this.labels.set(key, known);
    });
  }

  /** The facets, most members first. */
  get counted(): ReadFacet[] {
    return [...this.labels]
      .map(([key, labels]) => {
        const [most] = [...labels].sort((a, b) => b[1] - a[1]);
        const members = [...labels.values()].reduce((sum, count) => sum + count, 0);
        return { key, kind: facetKind(key), label: most?.[0] ?? key, members };
      })
      .sort((a, b) => b.members - a.members);
  }
}
