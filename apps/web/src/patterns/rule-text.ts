import { facetKind, isTwoSided } from '@warren/contracts';
import type { Basis, Clause, FacetCount, FacetKey, FacetKind, Rule, SimpleRule } from '@warren/contracts';
import { listed } from '../ui/format.ts';

const verbs: Record<FacetKind, string> = {
  skill: 'list',
  interest: 'are interested in',
  looking_for: 'look for',
  trait: 'describe themselves as',
  role: 'have the role',
  location: 'live in',
  theme: 'write of',
};

/** Describes a rule in plain words: one sentence, or two for a collaboration. */
export function ruleText(
  rule: Rule,
  facets: readonly Pick<FacetCount, 'key' | 'label'>[],
  basis?: Basis,
): string[] {
  if (!isTwoSided(rule)) {
    return [`Members who ${sideText(rule, facets)}.`];
  }
  const [one, other] = basis === 'wish' ? ['Can give', 'Look for it'] : ['One side', 'The other'];
  return [
    `${one}: members who ${sideText(rule.givers, facets)}.`,
    `${other}: members who ${sideText(rule.seekers, facets)}.`,
  ];
}

function sideText(
  { clauses, none_of = [] }: SimpleRule,
  facets: readonly Pick<FacetCount, 'key' | 'label'>[],
): string {
  const asked = clauses.map((clause) => clauseText(clause, facets)).join(', and who ');
  return none_of.length === 0 ? asked : `${asked}, without those who ${withoutText(none_of, facets)}`;
}

/** Describes who is left out: those who have any of some facets. */
function withoutText(of: readonly FacetKey[], facets: readonly Pick<FacetCount, 'key' | 'label'>[]): string {
  return clauseText({ at_least: 1, of: [...of] }, facets);
}

function clauseText({ at_least, of }: Clause, facets: readonly Pick<FacetCount, 'key' | 'label'>[]): string {
  const byKind = Map.groupBy(of, facetKind);
  const [kind] = byKind.keys();
  const labels = of.map((key) => labelOf(key, facets));
  if (byKind.size === 1 && kind !== undefined) {
    return `${verbs[kind]} ${quantity(at_least, of.length)}${listed(labels, at_least === of.length ? 'and' : 'or')}`;
  }
  return `have ${quantity(at_least, of.length)}${listed(
    of.map((key) => `${labelOf(key, facets)} (${kindNames[facetKind(key)]})`),
    at_least === of.length ? 'and' : 'or',
  )}`;
}

const kindNames: Record<FacetKind, string> = {
  skill: 'skill',
  interest: 'interest',
  looking_for: 'wish',
  trait: 'trait',
  role: 'role',
  location: 'place',
  theme: 'theme',
};

/** Name of a facet's kind. */
export function kindName(key: FacetKey): string {
  return kindNames[facetKind(key)];
}

function quantity(atLeast: number, of: number): string {
  if (of === 1) {
    return '';
  }
  if (atLeast === of) {
    return of === 2 ? 'both ' : 'all of ';
  }
  return atLeast === 1 ? 'any of ' : `at least ${atLeast} of `;
}

function labelOf(key: FacetKey, facets: readonly Pick<FacetCount, 'key' | 'label'>[]): string {
  return facets.find((facet) => facet.key === key)?.label ?? key.slice(key.indexOf(':') + 1);
}
