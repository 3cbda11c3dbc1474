import { describe, expect, it } from '@jest/globals';
import { layoutNetwork, strengthOf } from './layout.ts';

const facet = (name: string, in_community: number, cluster = 0) => ({
  key: `skill:${name}`,
  label: name,
  in_community,
  cluster,
});
const link = (a: string, b: string) => ({
  a: `skill:${a}`,
  b: `skill:${b}`,
  observed: 5,
  expected: 1,
  lift: 5,
  lift_low: 2,
  lift_high: 9,
  q_value: 0.01,
});
const two = {
  facets: ['a', 'b', 'c', 'd', 'e', 'f'].map((name, at) => facet(name, 4 + at)),
  links: [link('a', 'b'), link('b', 'c'), link('a', 'c'), link('d', 'e'), link('e', 'f'), link('d', 'f')],
};

describe('layoutNetwork', () => {
  it('keeps every circle inside the picture, on a phone and on a wide screen', () => {
    for (const size of [
      { width: 300, height: 500 },
      { width: 1100, height: 640 },
    ]) {
      for (const { x, y, r } of layoutNetwork(two, size).values()) {
        expect(x - r).toBeGreaterThanOrEqual(0);
        expect(x + r).toBeLessThanOrEqual(size.width);
        expect(y - r).toBeGreaterThanOrEqual(0);
        expect(y + r).toBeLessThanOrEqual(size.height);
      }
    }
  });

  it('is deterministic, and places linked facets nearer than others', () => {
    const size = { width: 800, height: 600 };
    const placed = layoutNetwork(two, size);
    expect(layoutNetwork(two, size)).toEqual(placed);
    const distance = (one: string, other: string): number => {
      const [a, b] = [placed.get(`skill:${one}`)!, placed.get(`skill:${other}`)!];
      return Math.hypot(a.x - b.x, a.y - b.y);
    };
    expect(distance('a', 'b')).toBeLessThan(distance('a', 'd'));
    expect(placed.get('skill:f')!.r).toBeGreaterThan(placed.get('skill:a')!.r);
  });

  it('is empty for an empty network', () => {
    expect(layoutNetwork({ facets: [], links: [] }, { width: 300, height: 300 }).size).toBe(0);
  });
});

it('draws stronger links thicker, up to a maximum', () => {
  expect([1.2, 2, 4, 10_000].map((lift_low) => strengthOf({ lift_low }))).toEqual([Math.log2(1.2), 1, 2, 5]);
});
