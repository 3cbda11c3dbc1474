import { describe, expect, it } from '@jest/globals';
import { buildMembership } from '@warren/mining';
import { Vocabulary } from '@warren/profiles';
import type { Community } from './community.ts';
import { resolveFocus } from './focus.ts';
import { likeness } from './nearest.ts';

const vocabulary = new Vocabulary();
const facets = [
  'skill:user experience',
  'skill:graphic design',
  'interest:screen printing',
  'interest:designers market',
  'skill:rust',
];
const community: Community = {
  revision: 1,
  membership: buildMembership(facets.map((key, at) => ({ id: at + 1, facets: [key, 'location:ashland'] }))),
  labels: new Map([...facets, 'location:ashland'].map((key) => [key, key.slice(key.indexOf(':') + 1)])),
  completion: {},
};
const knownIn = (...areas: string[]) => resolveFocus(areas, community, vocabulary).told.known;

describe('resolveFocus', () => {
  it('matches labels by whole words', () => {
    expect(knownIn('graphic')).toEqual(['skill:graphic design']);
    expect(knownIn('design')).not.toContain('interest:designers market');
    expect(knownIn('Screen-Printing')).toEqual(['interest:screen printing']);
    expect(knownIn('rus')).toEqual([]);
  });

  it('matches aliases of the vocabulary', () => {
    expect(knownIn('UX')).toEqual(['skill:user experience']);
  });

  it('matches kinds and categories', () => {
    expect(knownIn('interests')).toEqual(['interest:designers market', 'interest:screen printing']);
    expect(resolveFocus(['Collaborations', 'skill_cluster'], community, vocabulary).categories).toEqual([
      'collaboration_opportunity',
      'skill_cluster',
    ]);
  });

  it('names the nearest labels for an area it does not know', () => {
    const { unknown } = resolveFocus(['graffic desing'], community, vocabulary).told;
    expect(unknown).toMatchObject([{ area: 'graffic desing' }]);
    expect(unknown[0]!.nearest[0]).toBe('graphic design');
  });
});

describe('likeness', () => {
  it('is 1 for equal texts, 0 for texts without a pair in common, and symmetric', () => {
    expect(likeness('night', 'night')).toBe(1);
    expect(likeness('abc', 'xyz')).toBe(0);
    expect(likeness('night', 'nacht')).toBe(likeness('nacht', 'night'));
    // Of "_n ni ig gh ht t_" and "_n na ac ch ht t_" three are common.
    expect(likeness('night', 'nacht')).toBeCloseTo(6 / 12);
  });
});
