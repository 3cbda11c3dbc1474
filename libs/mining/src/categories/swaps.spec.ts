import { describe, expect, it } from '@jest/globals';
import { createMiningContext } from '../context/mining-context.ts';
import { buildMembership, evaluateRule } from '../index.ts';
import { findSwaps } from './swaps.ts';

const swapsOf = (facets: string[][], focus?: ReadonlySet<string>) => {
  const membership = buildMembership(facets.map((listed, at) => ({ id: at + 1, facets: listed })));
  return { membership, swaps: findSwaps(createMiningContext(membership, { ...(focus && { focus }) })) };
};
const two = [
  ['skill:a', 'looking_for:b'],
  ['interest:b', 'looking_for:a'],
  ['skill:a', 'looking_for:b'],
];

describe('swaps', () => {
  it('are two wishes that answer each other, once for both', () => {
    const { membership, swaps } = swapsOf([...two, ['skill:a'], ['looking_for:a']]);
    expect(swaps).toHaveLength(1);
    const [swap] = swaps;
    expect(swap).toMatchObject({
      category: 'collaboration_opportunity',
      basis: 'swap',
      member_ids: [1, 2, 3],
    });
    expect(swap!.statistics).toMatchObject({ observed: 3, expected: null, lift: null });
    expect(swap!.pairs!.every(({ mutual }) => mutual)).toBe(true);
    const { basis, sides, pairs } = evaluateRule(membership, swap!.rule);
    expect({ basis, sides, pairs }).toEqual({ basis: 'swap', sides: swap!.sides, pairs: swap!.pairs });
  });

  it('are none within one person, where only one side seeks, or with too few', () => {
    expect(swapsOf([['skill:a', 'skill:b', 'looking_for:a', 'looking_for:b'], [], []]).swaps).toEqual([]);
    expect(swapsOf([['skill:a'], ['skill:a'], ['skill:b', 'looking_for:a']]).swaps).toEqual([]);
    expect(swapsOf(two.slice(0, 2)).swaps).toEqual([]);
  });

  it('come first where most introductions can be made at once, and respect a focus', () => {
    const more = Array.from({ length: 4 }, (_, at) =>
      at % 2 === 0 ? ['skill:c', 'looking_for:d'] : ['skill:d', 'looking_for:c'],
    );
    const keys = ({ swaps }: ReturnType<typeof swapsOf>) => swaps.map(({ facets }) => facets[0]!.key);
    expect(keys(swapsOf([...two, ...more]))).toEqual(['skill:c', 'interest:b']);
    expect(keys(swapsOf([...two, ...more], new Set(['looking_for:a'])))).toEqual(['interest:b']);
  });
});
