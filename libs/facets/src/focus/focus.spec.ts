import { describe, expect, it } from '@jest/globals';
import { Vocabulary } from '../facets/vocabulary.ts';
import { isInFocus, resolveFocus } from './focus.ts';
import { likeness } from './nearest.ts';

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
const knownIn = (...areas: string[]) => resolveFocus(areas, all, vocabulary).told.known;

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

  it('asks for candidates of its categories and for those with its facets', () => {
    const focus = resolveFocus(['strengths', 'rust'], all, vocabulary);
    const holding = (...keys: string[]) => keys.map((key) => ({ key }));
    expect(isInFocus({ category: 'community_strength', facets: holding('skill:c') }, focus)).toBe(true);
    expect(isInFocus({ category: 'skill_cluster', facets: holding('skill:c', 'skill:rust') }, focus)).toBe(
      true,
    );
    expect(isInFocus({ category: 'skill_cluster', facets: holding('skill:c') }, focus)).toBe(false);
  });

  it('names the nearest labels for an area it does not know', () => {
    const { unknown } = resolveFocus(['graffic desing'], all, vocabulary).told;
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
