import { describe, expect, it } from '@jest/globals';
import { buildMembership } from '../index.ts';
import { facetIndex } from '../membership/membership.ts';
import { nullModelOf } from '../null-model/null-model.ts';
import { isTautology } from './tautologies.ts';

const membership = buildMembership([
  { id: 1, facets: ['role:journalist', 'interest:journalism', 'skill:qgis', 'skill:journalism'] },
]);

function says(...keys: string[]): boolean {
  const kinds = [...new Set(keys.map((key) => key.slice(0, key.indexOf(':'))))].sort();
  const fits = kinds.map((kind) => nullModelOf(membership).fit(kind));
  const facets = keys.map((key) => facetIndex(membership, key)).sort((a, b) => a - b);
  return !isTautology(membership, { facets, family: { fits } });
}

describe('a finding across kinds', () => {
  it('says nothing where a role meets the interest that it is named after', () => {
    expect(says('role:journalist', 'interest:journalism')).toBe(false);
  });

  it('says something where another facet carries the link', () => {
    expect(says('role:journalist', 'skill:qgis')).toBe(true);
    expect(says('role:journalist', 'skill:qgis', 'skill:journalism')).toBe(true);
  });

  it('is not asked about within one kind', () => {
    expect(says('skill:qgis', 'skill:journalism')).toBe(true);
  });
});
