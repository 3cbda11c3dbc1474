import type { SimpleRule } from '@warren/contracts';
import type { RuleContext } from '../context/mining-context.ts';
import { binomialCoefficient } from '../context/test-family.ts';
import { kindOf } from '../membership/facet-keys.ts';
import { countOf, facetIndex, kindRange } from '../membership/membership.ts';
import type { Membership } from '../membership/membership.ts';
import type { MemberClasses } from '../null-model/null-model.ts';
import { chanceOfClauses } from '../null-model/rule-chance.ts';
import type { IndexClause } from '../null-model/rule-chance.ts';
import { conditionalTail } from './conditional-test.ts';
import { tailGivenThemes } from './given-themes.ts';

/** The chances of a rule under the null model. */
export interface RuleChances {
  readonly classes: MemberClasses;
  readonly clauses: readonly IndexClause[];
  /** Chance of matching, for each member class. */
  readonly byClass: Float64Array;
}

/** Computes the chances of any rule; undefined where its clauses share too many facets to do so. */
export function chancesOf({ membership, model }: RuleContext, rule: SimpleRule): RuleChances | undefined {
  const clauses = rule.clauses.map(({ at_least, of }) => ({
    atLeast: at_least,
    facets: of.map((key) => facetIndex(membership, key)).filter((facet) => facet >= 0),
  }));
  const keys = rule.clauses.flatMap(({ of }) => of).filter((key) => facetIndex(membership, key) >= 0);
  const classes = model.classes(keys.map(kindOf));
  if (clauses.some(({ atLeast, facets }) => facets.length < atLeast)) {
    return { classes, clauses, byClass: new Float64Array(classes.counts.length) };
  }
  const byClass = chanceOfClauses(classes, clauses);
  return byClass && { classes, clauses, byClass };
}

/** The conditional tail of a rule of the form that the search tests near a threshold; undefined for any other. */
export function conditionalTailOf(
  { membership, model }: RuleContext,
  { classes, clauses }: RuleChances,
  observed: number,
): number | undefined {
  const searched = searchedForm(classes, clauses);
  const family = { classes, fits: classes.kinds.map((kind) => model.fit(kind)) };
  return searched && conditionalTail(membership, family, { ...searched, observed });
}

/**
 * The tail of a rule with themes given who carries them; 1 where it has themes alone, which one reading of the same texts
 * gave, or a form that the search never tests. Undefined for a rule without themes.
 */
export function themesTailOf(
  { membership, model }: RuleContext,
  { classes, clauses }: RuleChances,
  observed: number,
): number | undefined {
  if (!classes.kinds.includes('theme')) {
    return undefined;
  }
  const searched = searchedForm(classes, clauses);
  const fits = classes.kinds.map((kind) => model.fit(kind));
  return (searched && tailGivenThemes(membership, fits, { ...searched, observed })) ?? 1;
}

/** A rule as at least k of some facets; undefined where it is of another form, or of more than two kinds. */
function searchedForm(
  { kinds }: MemberClasses,
  clauses: readonly IndexClause[],
): { facets: number[]; k: number } | undefined {
  const facets = [...new Set(clauses.flatMap((clause) => clause.facets))].sort((a, b) => a - b);
  const [only, ...more] = clauses;
  const every = clauses.every((clause) => clause.atLeast === clause.facets.length);
  return !only || (more.length > 0 && !every) || facets.length < 2 || kinds.length > 2
    ? undefined
    : { facets, k: every ? facets.length : only.atLeast };
}

/** Number of rules of a rule's shape: every choice of as many facets of the same kinds that enough members carry. */
export function rulesOfShape({ membership, thresholds }: RuleContext, rule: SimpleRule): number {
  const { minMembers } = thresholds;
  const choices = rule.clauses.map(({ of }) => {
    const byKind = new Map<string, string[]>();
    for (const key of of) {
      byKind.set(kindOf(key), [...(byKind.get(kindOf(key)) ?? []), key]);
    }
    return [...byKind].reduce((product, [kind, keys]) => {
      const [from, to] = kindRange(membership, kind);
      const isRare = keys.some((key) => carriersOfKey(membership, key) < minMembers);
      let testable = 0;
      for (let facet = from; facet < to; facet++) {
        if (isRare || countOf(membership, facet) >= minMembers) {
          testable++;
        }
      }
      return product * Math.max(1, binomialCoefficient(testable, keys.length));
    }, 1);
  });
  return choices.reduce((product, choice) => product * choice, 1);
}

function carriersOfKey(membership: Membership, key: string): number {
  const facet = facetIndex(membership, key);
  return facet < 0 ? 0 : countOf(membership, facet);
}
