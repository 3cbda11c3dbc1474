import { describe, expect, it } from '@jest/globals';
import { createTestFamily } from '../context/test-family.ts';
import { buildMembership } from '../membership/membership.ts';
import { nullModelOf } from '../null-model/null-model.ts';
import { cachedTail } from './tail-cache.ts';

describe('cachedTail', () => {
  // a and b in three members each, c in four; x and y, interests, in three.
  const lists = [['a', 'b', 'c'], ['a', 'b', 'c'], ['a', 'c'], ['b', 'c'], ['d'], ['d'], ['e'], ['e']];
  const membership = buildMembership(
    lists.map((skills, id) => ({
      id,
      facets: [
        ...skills.map((name) => `skill:${name}`),
        id < 3 ? 'interest:z' : 'interest:v',
        ...(id % 3 === 0 ? ['interest:x', 'interest:y'] : []),
      ],
    })),
  );
  const family = createTestFamily(
    membership,
    nullModelOf(membership),
    { kinds: ['interest', 'skill'], largest: 4 },
    3,
    undefined,
  )!;
  const place = (key: string) => membership.facets.indexOf(key);
  const ask = (test: 'plain' | 'conditional', keys: string[], observed: number, tail: number) =>
    cachedTail(test, membership, { family, facets: keys.map(place), k: 2, observed }, () => tail);

  it('computes once for facets with equal numbers of carriers, and again for any other rule', () => {
    expect(ask('plain', ['skill:a', 'skill:c'], 3, 0.1)).toBe(0.1);
    expect(ask('plain', ['skill:b', 'skill:c'], 3, 0.2)).toBe(0.1);
    expect(ask('plain', ['skill:a', 'skill:b'], 3, 0.3)).toBe(0.3);
    expect(ask('plain', ['skill:a', 'skill:c'], 4, 0.4)).toBe(0.4);
    expect(ask('conditional', ['skill:a', 'skill:c'], 3, 0.5)).toBe(0.5);
  });

  it('distinguishes facets of different kinds', () => {
    expect(ask('plain', ['interest:x', 'skill:a'], 3, 0.6)).toBe(0.6);
    expect(ask('plain', ['interest:x', 'interest:y'], 3, 0.7)).toBe(0.7);
    expect(ask('plain', ['interest:y', 'skill:b'], 3, 0.8)).toBe(0.6);
  });
});
