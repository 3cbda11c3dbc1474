import { describe, expect, it } from '@jest/globals';
import { PatternCategory, categories, categoryOfKind } from './categories.ts';
import { FacetKind } from './facets.ts';

const terms = PatternCategory.options.map((category) => categories[category]);

describe('the categories', () => {
  it('have distinct names everywhere', () => {
    for (const field of ['title', 'short', 'about', 'heading', 'meaning'] as const) {
      expect(new Set(terms.map((each) => each[field])).size).toBe(terms.length);
    }
    const aliases = terms.flatMap((each) => each.aliases);
    expect(new Set(aliases).size).toBe(aliases.length);
  });

  it('are found by their own names in a focus area', () => {
    for (const category of PatternCategory.options) {
      expect(categories[category].aliases).toContain(category.replaceAll('_', ' '));
    }
  });

  it('belong to one kind of facet each, where to any', () => {
    expect(categoryOfKind('skill')).toBe('skill_cluster');
    expect(categoryOfKind('interest')).toBe('interest_theme');
    expect(categoryOfKind('mood')).toBeUndefined();
    const only = terms.flatMap(({ rule }) =>
      rule.sides === 1 && rule.only !== undefined ? [rule.only] : [],
    );
    expect(new Set(only).size).toBe(only.length);
    expect(FacetKind.options).toEqual(expect.arrayContaining(only));
  });
});
