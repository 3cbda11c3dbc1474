import { z } from 'zod';
import { FacetKey } from './facets.ts';

/** Condition of a rule: at least `at_least` of the facets `of`. */
export const Clause = z
  .object({
    at_least: z.int().min(1).describe('How many of the facets a member must carry'),
    of: z.array(FacetKey).min(1).max(50).describe('Facet keys, without repetition'),
  })
  .refine((clause) => new Set(clause.of).size === clause.of.length, {
    path: ['of'],
    error: 'names a facet twice',
  })
  .refine((clause) => clause.at_least <= clause.of.length, {
    path: ['at_least'],
    error: 'asks for more facets than it names',
  });
export type Clause = z.infer<typeof Clause>;

/** Rule with one side: a member matches where every clause holds. */
export const SimpleRule = z.object({ clauses: z.array(Clause).min(1).max(10) });
export type SimpleRule = z.infer<typeof SimpleRule>;

/** Rule with two sides, givers and seekers; its members are the union, at least one on each side. */
export const TwoSidedRule = z.object({ givers: SimpleRule, seekers: SimpleRule });
export type TwoSidedRule = z.infer<typeof TwoSidedRule>;

/** Rule that selects the members of a pattern, over facet keys. */
export const Rule = z.union([SimpleRule, TwoSidedRule]);
export type Rule = z.infer<typeof Rule>;

/** Returns whether a rule has two sides, givers and seekers. */
export function isTwoSided(rule: Rule): rule is TwoSidedRule {
  return 'givers' in rule;
}

/** Facet keys that a rule names, without repetition, in the order of first mention. */
export function facetsOfRule(rule: Rule): FacetKey[] {
  const sides = isTwoSided(rule) ? [rule.givers, rule.seekers] : [rule];
  return [...new Set(sides.flatMap((side) => side.clauses.flatMap((clause) => clause.of)))];
}
