import { describe, expect, it } from '@jest/globals';
import { buildMembership } from '../membership/membership.ts';
import { mine } from '../mine.ts';
import { withinRoom } from './links.ts';

/** Every member lists three of twelve crafts in turn; the first `joined` members also list both clay and glaze. */
function community(joined: number) {
  return buildMembership(
    Array.from({ length: 150 }, (_, at) => ({
      id: at + 1,
      facets: [
        ...[at % 12, (5 * at + 3) % 12, (7 * at + 6) % 12].map((craft) => `skill:craft ${craft}`),
        ...(at < joined ? ['skill:clay', 'skill:glaze'] : at < joined + 12 ? ['skill:clay'] : []),
      ],
    })),
  );
}

describe('the links of an analysis', () => {
  it('join what goes together beyond chance, and nothing else', () => {
    const { links } = mine(community(14));
    expect(links.map(({ between }) => between)).toContainEqual(['skill:clay', 'skill:glaze']);
    for (const { q_value, lift_low, observed, expected, lift } of links) {
      expect(q_value).toBeLessThanOrEqual(0.05);
      expect(lift_low).toBeGreaterThanOrEqual(1.2);
      expect(lift).toBeCloseTo(observed / expected);
    }
  });

  it('are none where nothing goes together', () => {
    const even = buildMembership(
      Array.from({ length: 144 }, (_, at) => ({
        id: at + 1,
        facets: [`skill:craft ${at % 12}`, `skill:trade ${Math.floor(at / 12)}`],
      })),
    );
    expect(mine(even).links).toEqual([]);
  });
});

describe('withinRoom', () => {
  it('takes links in order while there is room for their facets, and later ones between facets already there', () => {
    const links = [
      [1, 2],
      [3, 4],
      [5, 6],
      [1, 4],
      [4, 5],
      [2, 3],
    ].map((facets) => ({ facets }));
    expect(withinRoom(links, 4, 9).map(({ facets }) => facets)).toEqual([
      [1, 2],
      [3, 4],
      [1, 4],
      [2, 3],
    ]);
    expect(withinRoom(links, 4, 3)).toHaveLength(3);
  });
});
