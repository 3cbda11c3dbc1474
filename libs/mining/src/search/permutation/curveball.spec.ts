import { describe, expect, it } from '@jest/globals';
import { asMembers, unevenProfiles } from '../../../test/communities.ts';
import { createRandom } from '../../../test/random.ts';
import { buildMembership } from '../../membership/membership.ts';
import type { Membership } from '../../membership/membership.ts';
import { nullModelOf } from '../../null-model/null-model.ts';
import { shufflesOf } from './curveball.ts';

const someShuffles = (membership: Membership, kinds: readonly string[], count: number): Membership[] => {
  const fits = kinds.map((kind) => nullModelOf(membership).fit(kind));
  return [...shufflesOf(membership, fits, count)];
};
const profilesOf = ({ ids, starts, items, facets }: Membership) =>
  Array.from(ids, (_, at) => Array.from(items.subarray(starts[at], starts[at + 1]), (item) => facets[item]!));

describe('shufflesOf', () => {
  const rows = asMembers(unevenProfiles(createRandom(1), 60, 40, 6)).map(({ id, facets }) => ({
    id,
    facets: [...facets, ...facets.slice(0, id % 4).map((key) => key.replace('skill', 'interest')), 'trait:a'],
  }));
  const membership = buildMembership(rows);
  const counted = (profiles: string[][], kind: string) =>
    profiles.map((profile) => profile.filter((key) => key.startsWith(`${kind}:`)).length);

  it('keeps the number of facets of each member and kind and of carriers of each facet, and nothing else', () => {
    const before = profilesOf(membership);
    for (const shuffled of someShuffles(membership, ['skill', 'interest'], 3)) {
      const after = profilesOf(shuffled);
      for (const kind of ['skill', 'interest', 'trait']) {
        expect(counted(after, kind)).toEqual(counted(before, kind));
      }
      const sorted = after.flat().sort();
      expect(sorted).toEqual(before.flat().sort());
      expect(after.every((profile) => new Set(profile).size === profile.length)).toBe(true);
      const rebuilt = buildMembership(after.map((facets, at) => ({ id: membership.ids[at]!, facets })));
      expect(shuffled.items).toEqual(rebuilt.items.slice());
      expect(shuffled.carriers).toEqual(rebuilt.carriers.slice());
      expect(after.filter((profile, at) => profile.join() === before[at]!.join()).length).toBeLessThan(20);
    }
  });

  it('reaches every membership with the same margins equally often', () => {
    // One facet each for four members, one facet carried by each: 24 ways.
    const four = buildMembership([1, 2, 3, 4].map((id) => ({ id, facets: [`skill:${id}`] })));
    const met = new Map<string, number>();
    for (const shuffled of someShuffles(four, ['skill'], 4800)) {
      const way = profilesOf(shuffled).join(' ');
      met.set(way, (met.get(way) ?? 0) + 1);
    }
    expect(met.size).toBe(24);
    const chi = [...met.values()].reduce((sum, count) => sum + (count - 200) ** 2 / 200, 0);
    // The 0.9999 quantile of chi square with 23 degrees of freedom.
    expect(chi).toBeLessThan(60);
  });

  it('draws the same whether or not there are members without facets', () => {
    const more = buildMembership([...rows, { id: 0, facets: [] }, { id: 30.5, facets: ['role:b'] }]);
    const [without] = someShuffles(membership, ['skill'], 1);
    const [with_] = someShuffles(more, ['skill'], 1);
    const skills = (shuffled: Membership) =>
      profilesOf(shuffled)
        .map((profile) => profile.filter((key) => key.startsWith('skill:')).join())
        .filter((profile) => profile !== '');
    expect(skills(with_!)).toEqual(skills(without!));
  });
});
