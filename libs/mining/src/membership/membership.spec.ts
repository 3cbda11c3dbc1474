import { describe, expect, it } from '@jest/globals';
import { buildMembership, carriersOf, facetIndex, kindRange } from './membership.ts';

describe('buildMembership', () => {
  it('does not depend on the order of members and facets', () => {
    const members = [
      { id: 7, facets: ['skill:b', 'interest:z', 'skill:a'] },
      { id: 3, facets: ['skill:a'] },
      { id: 5, facets: [] },
    ];
    const turned = members.toReversed().map(({ id, facets }) => ({ id, facets: facets.toReversed() }));
    expect(buildMembership(turned)).toEqual(buildMembership(members));
  });

  it('counts a facet listed twice once', () => {
    const membership = buildMembership([{ id: 1, facets: ['skill:a', 'skill:a'] }]);
    expect([...carriersOf(membership, facetIndex(membership, 'skill:a'))]).toEqual([0]);
    expect(membership.items).toHaveLength(1);
  });

  it('keeps the facets of a kind together and finds no index for an unknown one', () => {
    const membership = buildMembership([{ id: 1, facets: ['skill:a', 'role:x', 'skill:b', 'interest:q'] }]);
    expect(kindRange(membership, 'skill')).toEqual([2, 4]);
    expect(kindRange(membership, 'location')).toEqual([0, 0]);
    expect(facetIndex(membership, 'skill:none')).toBe(-1);
  });

  it('rejects the same member twice', () => {
    const twice = [
      { id: 4, facets: ['skill:a'] },
      { id: 4, facets: ['skill:b'] },
    ];
    expect(() => buildMembership(twice)).toThrow('member 4 occurs twice');
  });
});
