import type { Clause, FacetCount, FacetKind, SimpleRule } from '@warren/contracts';
import { facetKind } from '@warren/contracts';
import { listed } from './labels.ts';

/** Describes what members have who match a rule, without numbers: "QGIS and Mapbox", "several of …", "any of …". */
export function rulePhrase(
  { clauses, none_of = [] }: SimpleRule,
  facets: readonly FacetCount[],
  joint: 'and' | 'with' = 'and',
): string {
  const asked = clauses.map((clause) => clausePhrase(clause, facets)).join(` ${joint} `);
  const lacking = clausePhrase({ at_least: 1, of: none_of }, facets).replace(/^any of /, '');
  return none_of.length === 0 ? asked : `${asked} without ${lacking}`;
}

function clausePhrase({ at_least, of }: Clause, facets: readonly FacetCount[]): string {
  const asked = facets.filter(({ key }) => of.includes(key));
  const joint = at_least === 1 ? 'or' : 'and';
  const kind = onlyKind(asked);
  if (kind !== undefined && isOfPerson(kind)) {
    return personPhrase(kind, asked, joint);
  }
  if (at_least === of.length) {
    return of.length > 2 ? `all of ${listed(asked)}` : listed(asked);
  }
  return `${at_least === 1 ? 'any' : 'several'} of ${listed(asked, joint)}`;
}

/** The common kind of all facets; undefined if there are several. */
export function onlyKind(facets: readonly FacetCount[]): FacetKind | undefined {
  const kinds = new Set(facets.map(({ key }) => facetKind(key)));
  const [kind] = kinds;
  return kinds.size === 1 ? kind : undefined;
}

const says = {
  skill: 'doing',
  interest: 'doing',
  looking_for: 'doing',
  theme: 'doing',
  trait: 'person',
  role: 'person',
  location: 'person',
} as const satisfies Record<FacetKind, 'person' | 'doing'>;

/** A kind that describes a person or their place, not what they do or care about. */
type PersonKind = { [K in FacetKind]: (typeof says)[K] extends 'person' ? K : never }[FacetKind];

/** Checks whether a kind describes a person or their place. */
export function isOfPerson(kind: FacetKind | undefined): kind is PersonKind {
  return kind !== undefined && says[kind] === 'person';
}

/** Describes a person's facets as a noun phrase: "the role of Farmer", "“organised”", "a home in Norway". */
export function personPhrase(kind: PersonKind, facets: readonly FacetCount[], joint: 'and' | 'or'): string {
  switch (kind) {
    case 'role':
      return `the role of ${listed(facets, joint)}`;
    case 'location':
      return `a home in ${listed(facets, joint)}`;
    case 'trait':
      return facets.map(({ label }) => `“${label}”`).join(` ${joint} `);
  }
}
