import { isTwoSided } from '@warren/contracts';
import type { Rule, TwoSidedRule } from '@warren/contracts';
import { introduce } from './candidates/introductions.ts';
import { countFacets, shareStatistics } from './candidates/statistics.ts';
import { createRuleContext } from './context/mining-context.ts';
import type { RuleContext } from './context/mining-context.ts';
import type { RuleOptions } from './context/mining-options.ts';
import { evaluateMadeUp, evaluateProposed, verdict } from './evaluation/one-sided.ts';
import type { ProposedRule } from './evaluation/one-sided.ts';
import { answersTo, isWish } from './membership/facet-keys.ts';
import type { Membership } from './membership/membership.ts';
import { idsAt, positionsOfRule, positionsOfSide, ruleFingerprint } from './membership/rule-members.ts';
import type { RuleEvaluation } from './rule-evaluation.ts';

/** Options of evaluating a rule. */
interface EvaluationOptions extends RuleOptions {
  /** The analysis that may have proposed the rule: a candidate's rule keeps the candidate's rate. */
  readonly result?: { readonly candidates: readonly ProposedRule[] };
}

/**
 * Evaluates a rule with the tests of the mining. A rule that mining proposed keeps its rate; one that was made up after
 * looking at the data is corrected for every rule of its shape over the testable facets.
 */
export function evaluateRule(
  membership: Membership,
  rule: Rule,
  { result, ...options }: EvaluationOptions = {},
): RuleEvaluation {
  const context = createRuleContext(membership, options);
  const id = ruleFingerprint(rule);
  const positions = positionsOfRule(membership, rule);
  const common = {
    id,
    rule,
    member_ids: idsAt(membership, positions),
    facets: countFacets(membership, rule, positions),
  };
  if (isTwoSided(rule)) {
    return { ...common, ...evaluateSides(context, rule, positions.length) };
  }
  const proposed = result?.candidates.find((candidate) => candidate.id === id);
  return {
    ...common,
    ...(proposed
      ? evaluateProposed(context, rule, positions.length, proposed)
      : evaluateMadeUp(context, rule, positions.length)),
  };
}

function evaluateSides({ membership, thresholds }: RuleContext, rule: TwoSidedRule, observed: number) {
  const givers = positionsOfSide(membership, rule.givers);
  const seekers = positionsOfSide(membership, rule.seekers);
  const isEnough = observed >= Math.max(2, thresholds.minMembers);
  return {
    statistics: shareStatistics(observed, membership.described),
    ...verdict(
      isEnough ? [isAnsweredWish(rule) ? 'wish' : 'shared'] : [],
      isEnough ? 'both sides are there' : 'too few members on the two sides',
    ),
    sides: { givers: idsAt(membership, givers), seekers: idsAt(membership, seekers) },
    pairs: introduce(membership, givers, seekers, rule.givers.clauses[0]?.of ?? []),
  };
}

/** Returns whether the givers have everything that the seekers look for, as a skill or an interest. */
function isAnsweredWish({ givers, seekers }: TwoSidedRule): boolean {
  const offered = new Set(givers.clauses.flatMap(({ of }) => of));
  const sought = seekers.clauses.flatMap(({ of }) => of);
  return sought.every((key) => isWish(key) && answersTo(key).some((answer) => offered.has(answer)));
}
