import { describe, expect, it } from '@jest/globals';
import { FacetNetwork } from '@warren/contracts';
import { toNetwork } from './to-network.ts';

const link = (a: string, b: string, lift_low = 2) => ({
  between: [a, b] as const,
  observed: 6,
  expected: 2,
  lift: 3,
  lift_low,
  lift_high: 5,
  q_value: 0.01,
});
const facet = (key: string, count: number) => [key, { key, label: key.toUpperCase(), count }] as const;

const links = [
  link('skill:clay', 'skill:glaze'),
  link('skill:clay', 'interest:mud'),
  link('role:x', 'skill:y'),
];
const all = new Map([
  facet('skill:glaze', 7),
  facet('skill:clay', 9),
  facet('interest:mud', 7),
  facet('role:x', 3),
  facet('skill:y', 4),
  facet('skill:unlinked', 90),
]);

describe('toNetwork', () => {
  it('lists linked facets only, most common first, each in its cluster', () => {
    const topics = { topicOf: (keys: readonly string[]) => (keys.length === 3 ? 'Pottery' : undefined) };
    const network = toNetwork(links, all, topics);
    const { facets, clusters } = FacetNetwork.pick({ facets: true, clusters: true }).parse(network);
    expect(facets.map(({ key, cluster }) => [key, cluster])).toEqual([
      ['skill:clay', 0],
      ['interest:mud', 0],
      ['skill:glaze', 0],
      ['skill:y', 1],
      ['role:x', 1],
    ]);
    expect(clusters).toEqual([
      { topic: 'Pottery', facets: 3 },
      { topic: null, facets: 2 },
    ]);
  });

  it('leaves out a facet that may not be shown, and all its links', () => {
    const shown = new Map([...all].filter(([key]) => key !== 'role:x'));
    const { facets, links: left } = toNetwork(links, shown, { topicOf: () => undefined });
    expect(facets.map(({ key }) => key)).not.toContain('skill:y');
    expect(left).toHaveLength(2);
  });
});
