import type { FacetNetwork } from '@warren/contracts';
import type { CountedFacet } from '@warren/facets';
import { clustersOf } from '@warren/mining';
import type { FacetLink } from '@warren/mining';
import { byCodeUnit } from '../community/community.ts';
import type { Topics } from './topics/topics.ts';

/** Builds the network of the links whose facets are both among `facets`, and its clusters. */
export function toNetwork(
  links: readonly FacetLink[],
  facets: ReadonlyMap<string, CountedFacet>,
  topics: Pick<Topics, 'topicOf'>,
): Pick<FacetNetwork, 'facets' | 'links' | 'clusters'> {
  const shown = links.filter(({ between }) => between.every((key) => facets.has(key)));
  const linked = new Set(shown.flatMap(({ between }) => between));
  const nodes = [...facets.values()]
    .filter(({ key }) => linked.has(key))
    .sort((a, b) => b.count - a.count || byCodeUnit(a.key, b.key));
  const placeOf = new Map(nodes.map(({ key }, place) => [key, place]));
  const clusterOf = clustersOf(
    nodes.length,
    shown.map(({ between: [a, b], lift_low }) => ({
      a: placeOf.get(a) ?? 0,
      b: placeOf.get(b) ?? 0,
      // log of the lower bound of lift: unscaled, one rare pair would outweigh everything else
      weight: Math.log(Math.max(lift_low, 1.01)),
    })),
  );
  const members = Map.groupBy(nodes, (_, place) => clusterOf[place] ?? 0);
  return {
    facets: nodes.map(({ key, label, count }, place) => ({
      key,
      label,
      in_community: count,
      cluster: clusterOf[place] ?? 0,
    })),
    links: shown.map(({ between: [a, b], ...measures }) => ({ a, b, ...measures })),
    clusters: Array.from({ length: members.size }, (_, cluster) => {
      const keys = (members.get(cluster) ?? []).map(({ key }) => key);
      return { topic: topics.topicOf(keys) ?? null, facets: keys.length };
    }),
  };
}
