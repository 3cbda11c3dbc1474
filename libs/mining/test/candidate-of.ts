import type { Rule } from '@warren/contracts';
import { evaluateRule } from '../src/index.ts';
import type { Basis, Candidate, Category, Membership } from '../src/index.ts';

/** A candidate with a rule's own members and numbers, whatever they are worth. */
export function candidateOf(
  membership: Membership,
  category: Category,
  rule: Rule,
  basis: Basis = 'beyond_chance',
): Candidate {
  const { id, facets, member_ids, statistics } = evaluateRule(membership, rule);
  return { id, category, basis, rule, facets, member_ids, statistics };
}

/** A rule that asks for so many of some facets. */
export function atLeast(
  at_least: number,
  ...of: string[]
): { clauses: { at_least: number; of: string[] }[] } {
  return { clauses: [{ at_least, of }] };
}

/** Profiles that can be added to: members 1 to `count`, each with the facets given for it. */
export function profiles(count: number): {
  give: (from: number, to: number, ...facets: string[]) => void;
  rows: { id: number; facets: string[] }[];
} {
  const rows = Array.from({ length: count }, (_, at) => ({ id: at + 1, facets: [] as string[] }));
  return {
    rows,
    give: (from, to, ...facets) => {
      for (const row of rows.slice(from - 1, to)) row.facets.push(...facets);
    },
  };
}
