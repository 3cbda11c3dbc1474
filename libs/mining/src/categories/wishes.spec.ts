import { describe, expect, it } from '@jest/globals';
import { createMiningContext } from '../context/mining-context.ts';
import { buildMembership, evaluateRule } from '../index.ts';
import type { MemberFacets } from '../index.ts';
import { findWishes } from './wishes.ts';

const wishesOf = (...facets: string[][]) => {
  const rows: MemberFacets[] = facets.map((listed, at) => ({ id: at + 1, facets: listed }));
  return findWishes(createMiningContext(buildMembership(rows), { minMembers: 3 }));
};

describe('wishes', () => {
  it('are answered by those who have the skill that others look for', () => {
    const [wish, ...more] = wishesOf(
      ['skill:a'],
      ['skill:a'],
      ['looking_for:a'],
      ['skill:b'],
      ['looking_for:c'],
    );
    expect(more).toEqual([]);
    expect(wish).toMatchObject({ basis: 'wish', sides: { givers: [1, 2], seekers: [3] } });
    expect(wish!.pairs!.map(({ giver, seeker, facet }) => [giver, seeker, facet])).toEqual([
      [1, 3, 'skill:a'],
      [2, 3, 'skill:a'],
    ]);
  });

  it('are answered by the roles of people who do it, where nobody has the skill', () => {
    const rows = [['role:composer'], ['role:composer'], ['interest:music'], ['looking_for:music']].map(
      (facets, at) => ({ id: at + 1, facets }),
    );
    const people = new Map([['music', ['composer', 'composers']]]);
    const [wish] = findWishes(createMiningContext(buildMembership(rows), { minMembers: 3, people }));
    expect(wish!.rule).toEqual({
      givers: { clauses: [{ at_least: 1, of: ['role:composer'] }] },
      seekers: { clauses: [{ at_least: 1, of: ['looking_for:music'] }] },
    });
    expect(wish!.sides).toEqual({ givers: [1, 2], seekers: [4] });
    expect(evaluateRule(buildMembership(rows), wish!.rule, { people }).basis).toBe('wish');
  });

  it('are answered by an interest where nobody has the skill', () => {
    const [wish] = wishesOf(['interest:hiking'], ['interest:hiking'], ['looking_for:hiking']);
    expect(wish!.pairs![0]).toMatchObject({ giver: 1, seeker: 3, facet: 'interest:hiking' });
    const [skilled] = wishesOf(['interest:a'], ['skill:a'], ['skill:a'], ['looking_for:a']);
    expect(skilled!.sides).toEqual({ givers: [2, 3], seekers: [4] });
  });

  it('are none where the seekers have the skill already', () => {
    expect(wishesOf(['skill:a', 'looking_for:a'], ['skill:a'], ['skill:a'])).toEqual([]);
  });

  it('come first where the need is greatest: most seekers for each giver, then most seekers', () => {
    const of = (count: number, ...facets: string[]) => Array.from({ length: count }, () => facets);
    const found = wishesOf(
      ...[...of(4, 'skill:a'), ...of(4, 'looking_for:a')],
      ...[...of(2, 'skill:b'), ...of(2, 'looking_for:b')],
      ...[...of(1, 'skill:c'), ...of(3, 'looking_for:c'), ...of(9, 'skill:c', 'looking_for:c')],
      ...[...of(1, 'skill:d'), ...of(3, 'looking_for:d')],
    );
    // Who has it already is in no need of c, of which there are ten who have it.
    expect(found.map(({ facets }) => facets[0]!.key)).toEqual(['skill:d', 'skill:a', 'skill:b', 'skill:c']);
  });

  it('put a swap before two who have more in common', () => {
    const [first] = wishesOf(
      ['skill:a', 'interest:x', 'interest:y'],
      ['skill:a', 'looking_for:b'],
      ['looking_for:a', 'skill:b', 'interest:x', 'interest:y'],
    ).filter(({ facets }) => facets.some(({ key }) => key === 'skill:a'));
    expect(first!.pairs!.map(({ giver, mutual }) => [giver, mutual])).toEqual([
      [2, true],
      [1, false],
    ]);
  });
});
