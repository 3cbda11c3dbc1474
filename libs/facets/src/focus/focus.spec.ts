import { describe, expect, it } from '@jest/globals';
import { Vocabulary } from '../facets/vocabulary.ts';
import { isInFocus, resolveFocus } from './focus.ts';
import { similarity } from './nearest.ts';

const vocabulary = new Vocabulary();
const facets = [
  'skill:user experience',
  'skill:graphic design',
  'interest:screen printing',
  'interest:designers market',
  'skill:rust',
];
const all = [...facets, 'location:ashland'].map((key) => ({
  key,
  label: key.slice(key.indexOf(':') + 1),
  count: key === 'location:ashland' ? facets.length : 1,
}));
const knownIn = (...areas: string[]) => resolveFocus(areas, all, vocabulary).reported.known;

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
    expect(resolveFocus(['Collaborations', 'skill_cluster'], all, vocabulary).categories).toEqual([
      'collaboration_opportunity',
      'skill_cluster',
    ]);
  });

  it('contains candidates of its categories and those with its facets', () => {
    const focus = resolveFocus(['strengths', 'rust'], all, vocabulary);
    const holding = (...keys: string[]) => keys.map((key) => ({ key }));
    expect(isInFocus({ category: 'community_strength', facets: holding('skill:c') }, focus)).toBe(true);
    expect(isInFocus({ category: 'skill_cluster', facets: holding('skill:c', 'skill:rust') }, focus)).toBe(
      true,
    );
    expect(isInFocus({ category: 'skill_cluster', facets: holding('skill:c') }, focus)).toBe(false);
  });

  it('names the nearest labels for an unknown area', () => {
    const { unknown } = resolveFocus(['graffic desing'], all, vocabulary).reported;
    expect(unknown).toMatchObject([{ area: 'graffic desing' }]);
    expect(unknown[0]!.nearest[0]).toBe('graphic design');
  });
});

describe('similarity', () => {
  it('is 1 for equal texts, 0 for texts without a pair in common, and symmetric', () => {
    expect(similarity('night', 'night')).toBe(1);
    expect(similarity('abc', 'xyz')).toBe(0);
    expect(similarity('night', 'nacht')).toBe(similarity('nacht', 'night'));
    // Of "_n ni ig gh ht t_" and "_n na ac ch ht t_" three are common.
    expect(similarity('night', 'nacht')).toBeCloseTo(6 / 12);
  });
});
