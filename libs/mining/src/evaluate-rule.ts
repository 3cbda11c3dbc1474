import { isTwoSided } from '@warren/contracts';
import type { Rule } from '@warren/contracts';
import { countFacets } from './candidates/statistics.ts';
import { createRuleContext } from './context/mining-context.ts';
import type { RuleOptions } from './context/mining-options.ts';
import { evaluateMadeUp, evaluateProposed } from './evaluation/one-sided.ts';
import type { ProposedRule } from './evaluation/one-sided.ts';
import { evaluateSides } from './evaluation/two-sided.ts';
import type { Membership } from './membership/membership.ts';
import { idsAt, positionsOfRule, ruleFingerprint } from './membership/rule-members.ts';
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
  const proposed = result?.candidates.find((candidate) => candidate.id === id);
  if (isTwoSided(rule)) {
    return { ...common, ...evaluateSides(context, rule, positions.length, proposed) };
  }
  return {
    ...common,
    ...(proposed
      ? evaluateProposed(context, rule, positions.length, proposed)
      : evaluateMadeUp(context, rule, positions.length)),
  };
}
