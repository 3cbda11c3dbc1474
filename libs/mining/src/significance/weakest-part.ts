import type { RuleContext } from '../context/mining-context.ts';
import type { IndexClause } from '../null-model/rule-chance.ts';
import type { RuleChances } from './made-up-rule.ts';
import { facetsApart, splitTail, splitsOf } from './productivity.ts';
import type { Part } from './productivity.ts';

/** Most facets of a set that is split in every way; each more doubles the number of splits. */
const mostSplit = 6;

/** A count against the expected one, with the p of one of so many tests. */
export interface RuleTest {
  readonly observed: number;
  readonly expected: number;
  readonly p: number;
  readonly tested: number;
}

/**
 * Tests the parts of a rule and returns the test of the weakest one that does not go with the rest beyond chance: the
 * rule's count against the number expected if that part and the rest were independent. Undefined where every part
 * belongs; 'untested' where there are too many facets to split.
 */
export function weakestPart(
  context: RuleContext,
  { classes, clauses }: RuleChances,
  observed: number,
): RuleTest | 'untested' | undefined {
  const facets = [...new Set(clauses.flatMap((clause) => clause.facets))].sort((a, b) => a - b);
  const parts = partsOf(clauses, facets);
  if (!parts) {
    return 'untested';
  }
  // Two clauses as wholes are one test; a facet or a part is one of as many as there are facets.
  const tested = parts.length === 1 ? 1 : Math.max(1, context.membership.facets.length);
  const [weakest] = parts
    .map(([part, rest]) => splitTail(context, classes, part, rest))
    .filter(({ p }) => p * tested > context.q)
    .sort((a, b) => b.p - a.p || a.lift - b.lift);
  if (!weakest) {
    return undefined;
  }
  const expected = weakest.lift > 0 ? observed / weakest.lift : observed;
  return { observed, expected, p: weakest.p, tested };
}

/** Splits of a rule into two parts that must go together; undefined where there are too many. */
function partsOf(
  clauses: readonly IndexClause[],
  facets: readonly number[],
): readonly (readonly [Part, Part])[] | undefined {
  const [first, second, ...more] = clauses;
  if (!first) {
    return [];
  }
  if (clauses.every((clause) => clause.atLeast === clause.facets.length)) {
    return facets.length > mostSplit ? undefined : splitsOf(facets);
  }
  if (!second) {
    return facetsApart({ facets, k: first.atLeast });
  }
  if (more.length > 0 || facets.length < first.facets.length + second.facets.length) {
    return [];
  }
  return [
    [
      { facets: first.facets, k: first.atLeast },
      { facets: second.facets, k: second.atLeast },
    ],
  ];
}
