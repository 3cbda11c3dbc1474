import { describe, expect, it } from '@jest/globals';
import type { Evidence, NamedFacet } from '@warren/contracts';
import { Rejection } from '../evidence/rejection.ts';
import { checkNamedFacets } from './check-facets.ts';

const none = { expected: null, lift: null, lift_low: null, lift_high: null, p_value: null, q_value: null };
const evidence: Evidence = {
  basis: 'beyond_chance',
  rule: { clauses: [{ at_least: 2, of: ['skill:qgis', 'skill:leaflet'] }], none_of: ['skill:python'] },
  facets: [
    { key: 'skill:qgis', label: 'QGIS', in_pattern: 6, in_community: 9 },
    { key: 'skill:leaflet', label: 'Leaflet', in_pattern: 6, in_community: 9 },
    { key: 'skill:python', label: 'Python', in_pattern: 0, in_community: 20 },
  ],
  statistics: { observed: 6, share: 0.1, share_low: 0.05, share_high: 0.2, ...none, tested: null },
};
const python: NamedFacet = { text: 1, label: 'Python', folded: 'python', also: [], broader: [] };
const carried = { members: 6, total: 30, carried: [] };
const checked = (description: string) => () => {
  checkNamedFacets(
    { name: 'Maps', description, questionPrompts: [] },
    [python],
    evidence,
    'Harrow Quay',
    carried,
  );
};

describe('a facet that the rule leaves out', () => {
  it.each([
    '{member_count} members draw maps with QGIS and Leaflet, without Python.',
    'They use QGIS. None of them lists Python.',
    'They draw maps and don’t use Python.',
  ])('may be named where the sentence says that it is not there: %s', (description) => {
    expect(checked(description)).not.toThrow();
  });

  it.each([
    '{member_count} members draw maps with QGIS and Python.',
    'None of them lacks QGIS. They know Python.',
  ])('is not proven otherwise: %s', (description) => {
    expect(checked(description)).toThrow(Rejection);
  });
});
