import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { clustersOf } from './clusters.ts';

const link = (a: number, b: number, weight = 1) => ({ a, b, weight });

describe('clustersOf', () => {
  it('separates two triangles that one link joins', () => {
    const links = [link(0, 1), link(1, 2), link(0, 2), link(3, 4), link(4, 5), link(3, 5), link(2, 3)];
    expect(clustersOf(6, links)).toEqual([0, 0, 0, 1, 1, 1]);
  });

  it('keeps nodes with heavy links together', () => {
    expect(clustersOf(4, [link(0, 1, 5), link(1, 2, 1), link(2, 3, 5)])).toEqual([0, 0, 1, 1]);
  });

  it('numbers the largest cluster first, and leaves isolated nodes alone', () => {
    expect(clustersOf(6, [link(0, 1), link(2, 3), link(3, 4), link(2, 4)])).toEqual([1, 1, 0, 0, 0, 2]);
  });

  it('never joins unconnected nodes, and does not depend on the order of the links', () => {
    const links = fc.array(
      fc.record({ a: fc.nat(9), b: fc.nat(9), weight: fc.integer({ min: 1, max: 9 }) }),
      {
        maxLength: 25,
      },
    );
    fc.assert(
      fc.property(links, (any) => {
        const all = any.filter(({ a, b }) => a !== b);
        const clusterOf = clustersOf(10, all);
        expect(clustersOf(10, [...all].reverse())).toEqual(clusterOf);
        const reached = clusterOf.map((_, node) => node);
        for (let round = 0; round < 10; round++) {
          for (const { a, b } of all) {
            const least = Math.min(reached[a]!, reached[b]!);
            reached[a] = least;
            reached[b] = least;
          }
        }
        clusterOf.forEach((cluster, node) => expect(reached[node]).toBe(reached[clusterOf.indexOf(cluster)]));
      }),
    );
  });
});
