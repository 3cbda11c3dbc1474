import type { Clause, FacetCount, FacetKind, SimpleRule } from '@warren/contracts';
import { facetKind } from '@warren/contracts';
import { listed } from './labels.ts';

/** What a member has for whom a rule holds, without numbers: "QGIS and Mapbox", "several of …", "any of …". */
export function ruleWords(
  { clauses }: SimpleRule,
  facets: readonly FacetCount[],
  joint: 'and' | 'with' = 'and',
): string {
  return clauses.map((clause) => clauseWords(clause, facets)).join(` ${joint} `);
}

function clauseWords({ at_least, of }: Clause, facets: readonly FacetCount[]): string {
  const asked = facets.filter(({ key }) => of.includes(key));
  const joint = at_least === 1 ? 'or' : 'and';
  const kind = onlyKind(asked);
  if (kind !== undefined && isOfPerson(kind)) {
    return personWords(kind, asked, joint);
  }
  if (at_least === of.length) {
    return of.length > 2 ? `all of ${listed(asked)}` : listed(asked);
  }
  return `${at_least === 1 ? 'any' : 'several'} of ${listed(asked, joint)}`;
}

/** The kind that all of them are; undefined where there are several. */
export function onlyKind(facets: readonly FacetCount[]): FacetKind | undefined {
  const kinds = new Set(facets.map(({ key }) => facetKind(key)));
  const [kind] = kinds;
  return kinds.size === 1 ? kind : undefined;
}

const says = {
  skill: 'doing',
  interest: 'doing',
  looking_for: 'doing',
  trait: 'person',
  role: 'person',
  location: 'person',
} as const satisfies Record<FacetKind, 'person' | 'doing'>;

/** A kind that says who or where somebody is, and not what they do or care about. */
export type PersonKind = { [K in FacetKind]: (typeof says)[K] extends 'person' ? K : never }[FacetKind];

/** Whether a kind says who or where somebody is. */
export function isOfPerson(kind: FacetKind | undefined): kind is PersonKind {
  return kind !== undefined && says[kind] === 'person';
}

/** Facets that say who or where somebody is, as a noun: "the role of Farmer", "“organised”", "a home in Norway". */
export function personWords(kind: PersonKind, facets: readonly FacetCount[], joint: 'and' | 'or'): string {
  switch (kind) {
    case 'role':
      return `the role of ${listed(facets, joint)}`;
    case 'location':
      return `a home in ${listed(facets, joint)}`;
    case 'trait':
      return facets.map(({ label }) => `“${label}”`).join(` ${joint} `);
  }
}
