import type { FacetNetwork } from '@warren/contracts';
import { truncate } from '../../ui/chart/truncate.ts';

/** Number of clusters with a colour of their own; smaller ones share one. */
export const coloured = 12;

/** Name of a cluster: its topic, else its two most common facets. */
export function clusterName(network: FacetNetwork, cluster: number): string {
  const topic = network.clusters[cluster]?.topic;
  const labels = network.facets.filter((facet) => facet.cluster === cluster).map(({ label }) => label);
  return (
    topic ??
    labels
      .slice(0, 2)
      .map((label) => truncate(label, 40))
      .join(' and ')
  );
}

/** Facets linked with the given one, the strongest link first. */
export function partnersOf(network: FacetNetwork, key: string) {
  const labels = new Map(network.facets.map((facet) => [facet.key, facet.label]));
  return network.links
    .filter(({ a, b }) => a === key || b === key)
    .map((link) => {
      const other = link.a === key ? link.b : link.a;
      return { ...link, key: other, label: labels.get(other) ?? other };
    })
    .sort((one, other) => other.lift_low - one.lift_low);
}
