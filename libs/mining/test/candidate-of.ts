import type { MeasuredBasis, PatternCategory, Rule } from '@warren/contracts';
import { evaluateRule } from '../src/index.ts';
import type { Candidate, Membership } from '../src/index.ts';

/** A candidate with the members and statistics of a rule, whether or not they pass any test. */
export function candidateOf(
  membership: Membership,
  category: PatternCategory,
  rule: Rule,
  basis: MeasuredBasis = 'beyond_chance',
): Candidate {
  const { id, facets, member_ids, statistics } = evaluateRule(membership, rule);
  return { id, category, basis, rule, facets, member_ids, statistics };
}

/** A rule of one clause. */
export function atLeast(
  at_least: number,
  ...of: string[]
): { clauses: { at_least: number; of: string[] }[] } {
  return { clauses: [{ at_least, of }] };
}

/** Members 1 to `count` without facets, and a function that adds facets to a range of them. */
export function profiles(count: number): {
  give: (from: number, to: number, ...facets: string[]) => void;
  rows: { id: number; facets: string[] }[];
} {
  const rows = Array.from({ length: count }, (_, at) => ({ id: at + 1, facets: [] as string[] }));
  return {
    rows,
    give: (from, to, ...facets) => {
      for (const row of rows.slice(from - 1, to)) {
        row.facets.push(...facets);
      }
    },
  };
}
