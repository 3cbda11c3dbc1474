import { describe, expect, it } from '@jest/globals';
import { buildMembership } from '../index.ts';
import { facetIndex } from '../membership/membership.ts';
import { nullModelOf } from '../null-model/null-model.ts';
import { isTautology } from './tautologies.ts';

const membership = buildMembership([
  { id: 1, facets: ['role:journalist', 'interest:journalism', 'skill:qgis', 'skill:journalism'] },
]);

function tautology(...keys: string[]): boolean {
  const kinds = [...new Set(keys.map((key) => key.slice(0, key.indexOf(':'))))].sort();
  const fits = kinds.map((kind) => nullModelOf(membership).fit(kind));
  const facets = keys.map((key) => facetIndex(membership, key)).sort((a, b) => a - b);
  return isTautology(membership, { facets, family: { fits } });
}

describe('a finding across kinds', () => {
  it('is a tautology where a role goes with the interest that it is named after', () => {
    expect(tautology('role:journalist', 'interest:journalism')).toBe(true);
  });

  it('is no tautology where another facet is part of the link', () => {
    expect(tautology('role:journalist', 'skill:qgis')).toBe(false);
    expect(tautology('role:journalist', 'skill:qgis', 'skill:journalism')).toBe(false);
  });

  it('is no tautology within one kind', () => {
    expect(tautology('skill:qgis', 'skill:journalism')).toBe(false);
  });
});
