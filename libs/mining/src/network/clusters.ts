/** A weighted link between two nodes, given by their indices. */
interface WeightedLink {
  readonly a: number;
  readonly b: number;
  /** Above 0. */
  readonly weight: number;
}

/**
 * Divides a network into clusters by greedy maximisation of modularity (Newman 2004; Clauset, Newman & Moore 2004):
 * their nodes are linked more among themselves than their numbers of links alone would give. Returns the cluster
 * number of each node; the largest cluster is 0, of equally large ones the one with the first node. Deterministic.
 */
export function clustersOf(nodes: number, links: readonly WeightedLink[]): number[] {
  const total = links.reduce((sum, { weight }) => sum + weight, 0);
  let clusterOf = Array.from({ length: nodes }, (_, node) => node);
  while (total > 0) {
    const best = bestMerge(clusterOf, links, total);
    if (best === undefined) {
      break;
    }
    const [kept, gone] = best;
    clusterOf = clusterOf.map((cluster) => (cluster === gone ? kept : cluster));
  }
  return bySize(clusterOf);
}

/** The two clusters whose union increases modularity most; undefined where none does. */
function bestMerge(
  clusterOf: readonly number[],
  links: readonly WeightedLink[],
  total: number,
): [number, number] | undefined {
  const strength = new Map<number, number>();
  const between = new Map<string, { pair: [number, number]; weight: number }>();
  for (const { a, b, weight } of links) {
    const pair = [clusterOf[a] ?? 0, clusterOf[b] ?? 0].sort((x, y) => x - y) as [number, number];
    for (const cluster of pair) {
      strength.set(cluster, (strength.get(cluster) ?? 0) + weight);
    }
    if (pair[0] === pair[1]) {
      continue;
    }
    const sum = between.get(pair.join()) ?? { pair, weight: 0 };
    between.set(pair.join(), { pair, weight: sum.weight + weight });
  }
  let best: { pair: [number, number]; gain: number } | undefined;
  for (const { pair, weight } of between.values()) {
    const [one, other] = pair.map((cluster) => strength.get(cluster) ?? 0);
    const gain = weight / total - ((one ?? 0) * (other ?? 0)) / (2 * total * total);
    const isFirst = best !== undefined && gain === best.gain && isBefore(pair, best.pair);
    if (gain > 1e-12 && (best === undefined || gain > best.gain || isFirst)) {
      best = { pair, gain };
    }
  }
  return best?.pair;
}

function isBefore([a, b]: [number, number], [c, d]: [number, number]): boolean {
  return a < c || (a === c && b < d);
}

function bySize(clusterOf: readonly number[]): number[] {
  const sizes = new Map<number, number>();
  for (const cluster of clusterOf) {
    sizes.set(cluster, (sizes.get(cluster) ?? 0) + 1);
  }
  const order = [...sizes.keys()].sort((a, b) => (sizes.get(b) ?? 0) - (sizes.get(a) ?? 0) || a - b);
  return clusterOf.map((cluster) => order.indexOf(cluster));
}
