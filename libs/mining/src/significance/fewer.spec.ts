import { describe, expect, it } from '@jest/globals';
import { asMembers, unevenProfiles } from '../../test/communities.ts';
import { createRandom } from '../../test/random.ts';
import { buildMembership } from '../index.ts';
import type { MemberFacets } from '../index.ts';
import { overlap } from '../membership/counting.ts';
import { carriersOf, countOf } from '../membership/membership.ts';
import { nullModelOf } from '../null-model/null-model.ts';
import { shufflesOf } from '../search/permutation/curveball.ts';
import { testFewer } from './fewer.ts';

const random = createRandom(4);
const short: MemberFacets[] = Array.from({ length: 90 }, (_, at) => ({
  id: at + 1,
  facets: [...new Set(Array.from({ length: 1 + (at % 3) }, () => `skill:${Math.floor(random() * 6)}`))],
}));
const uneven = asMembers(unevenProfiles(random, 120, 40, 7));
const twoKinds = uneven.map(({ id, facets }) => ({
  id,
  facets: facets.map((key, at) => (at % 2 === 0 ? key : key.replace('skill', 'interest'))),
}));

describe('the probability of as few members with both facets', () => {
  it.each([
    ['short lists', short, ['skill']],
    ['uneven lists', uneven, ['skill']],
    ['two kinds', twoKinds, ['interest', 'skill']],
  ])('is not smaller than in shuffles with the same margins: %s', (_what, rows, kinds) => {
    const membership = buildMembership(rows);
    const model = nullModelOf(membership);
    const family = { fits: kinds.map((kind) => model.fit(kind)), classes: model.classes(kinds) };
    const shuffles = [...shufflesOf(membership, family.fits, 400)];
    const [first, second = first] = family.fits;
    const commonest = ({ from, to }: { from: number; to: number }) =>
      Array.from({ length: to - from }, (_, at) => from + at)
        .sort((a, b) => countOf(membership, b) - countOf(membership, a))
        .slice(0, 4);
    let compared = 0;
    for (const a of commonest(first!)) {
      for (const b of commonest(second!).filter((facet) => facet !== a)) {
        const counts = shuffles.map((shuffled) => overlap(carriersOf(shuffled, a), carriersOf(shuffled, b)));
        const mean = counts.reduce((sum, count) => sum + count, 0) / counts.length;
        for (const observed of [Math.floor(mean * 0.4), Math.floor(mean * 0.7)]) {
          const { expected, p } = testFewer(membership, family, [a, b], observed);
          expect(expected).toBeLessThan(mean * 1.06 + 0.1);
          const share = counts.filter((count) => count <= observed).length / counts.length;
          expect(share).toBeLessThanOrEqual(p + 2 * Math.sqrt((p + 0.003) / counts.length));
          compared++;
        }
      }
    }
    expect(compared).toBeGreaterThan(20);
  });
});
