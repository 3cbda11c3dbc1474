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

const onlyLacking =
  'a rule needs clauses: none_of only leaves out some of those who match them; say what its members have';

/** Rule with one side: a member matches where every clause holds, and who carries none of the facets `none_of`. */
export const SimpleRule = z
  .object({
    clauses: z
      .array(Clause, { error: ({ input }) => (input === undefined ? onlyLacking : undefined) })
      .min(1, { error: onlyLacking })
      .max(10),
    none_of: z
      .array(FacetKey)
      .min(1)
      .max(50)
      .optional()
      .describe('Facet keys of which a member must carry none; none of them in a clause'),
  })
  .refine(({ clauses, none_of = [] }) => !clauses.some(({ of }) => of.some((key) => none_of.includes(key))), {
    path: ['none_of'],
    error: 'leaves out a facet that a clause asks for',
  });
export type SimpleRule = z.infer<typeof SimpleRule>;

/**
 * Rule with two sides, givers and seekers; its members are the union, at least one on each side. Where each side leaves
 * out, by `none_of`, exactly what the other asks for, the rule says that the two keep apart; those who belong to both are
 * its bridges, and members as well.
 */
export const TwoSidedRule = z.object({ givers: SimpleRule, seekers: SimpleRule });
export type TwoSidedRule = z.infer<typeof TwoSidedRule>;

/** Rule that selects the members of a pattern, over facet keys. */
export const Rule = z.union([SimpleRule, TwoSidedRule], { error: meantProblem });
export type Rule = z.infer<typeof Rule>;

/** The first problem of the form that a rejected rule was meant to have, since "Invalid input" helps nobody. */
function meantProblem({
  input,
  errors,
}: {
  input?: unknown;
  errors?: z.core.$ZodIssue[][];
}): string | undefined {
  const isMeantTwoSided =
    typeof input === 'object' && input !== null && ('givers' in input || 'seekers' in input);
  const problem = errors?.[isMeantTwoSided ? 1 : 0]?.[0];
  return problem && [problem.path.join('.'), problem.message].filter((part) => part !== '').join(': ');
}

/** Returns whether a rule has two sides, givers and seekers. */
export function isTwoSided(rule: Rule): rule is TwoSidedRule {
  return 'givers' in rule;
}

/** Facet keys that a rule names, also as those to lack, without repetition, in the order of first mention. */
export function facetsOfRule(rule: Rule): FacetKey[] {
  const sides = isTwoSided(rule) ? [rule.givers, rule.seekers] : [rule];
  return [...new Set([...sides.flatMap(facetsAskedFor), ...sides.flatMap(({ none_of = [] }) => none_of)])];
}

/** Facet keys that the clauses of a side name, without repetition. */
export function facetsAskedFor({ clauses }: SimpleRule): FacetKey[] {
  return [...new Set(clauses.flatMap(({ of }) => of))];
}
