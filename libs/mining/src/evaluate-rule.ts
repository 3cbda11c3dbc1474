import { isTwoSided } from '@warren/contracts';
import type { MeasuredBasis, SimpleRule, Rule, TwoSidedRule } from '@warren/contracts';
import type { Candidate } from './candidates/candidate.ts';
import { introduce } from './candidates/introductions.ts';
import { chanceStatistics, countFacets, shareStatistics, sharedStatistics } from './candidates/statistics.ts';
import { isStrength } from './categories/strengths.ts';
import { createRuleContext } from './context/mining-context.ts';
import type { RuleContext } from './context/mining-context.ts';
import type { RuleOptions } from './context/mining-options.ts';
import { meetsThresholds } from './context/thresholds.ts';
import { answersTo, isWish } from './membership/facet-keys.ts';
import type { Membership } from './membership/membership.ts';
import { idsAt, positionsOfRule, positionsOfSide, ruleFingerprint } from './membership/rule-members.ts';
import { meanOf, upperTail } from './null-model/poisson-binomial.ts';
import { reportedStatistics } from './rule-evaluation.ts';
import type { RuleEvaluation } from './rule-evaluation.ts';
import { isClusterOverlap, testOverlap } from './significance/cluster-overlap.ts';
import { chancesOf, conditionalTailOf, rulesOfShape } from './significance/made-up-rule.ts';
import type { RuleChances } from './significance/made-up-rule.ts';
import { weakestPart } from './significance/weakest-part.ts';
import type { RuleTest } from './significance/weakest-part.ts';

/** Options of evaluating a rule. */
interface EvaluationOptions extends RuleOptions {
  /** The analysis that may have proposed the rule: a candidate's rule keeps the candidate's rate. */
  readonly result?: { readonly candidates: readonly ProposedRule[] };
}

type ProposedRule = Pick<Candidate, 'id' | 'basis' | 'statistics'>;

/** The part of an evaluation that depends on the tests of the rule. */
type TestedSide = Omit<RuleEvaluation, 'id' | 'rule' | 'member_ids' | 'facets' | 'sides' | 'pairs'>;

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

function evaluateProposed(
  context: RuleContext,
  rule: SimpleRule,
  observed: number,
  { basis, statistics }: ProposedRule,
): TestedSide {
  const reason = 'proposed by the analysis itself';
  if (basis !== 'share') {
    const bases = new Set<MeasuredBasis>([basis, ...shareBasis(context, observed)]);
    return { statistics, ...verdict([...bases], reason) };
  }
  // A proposal for its share has not been compared with chance.
  const afresh = evaluateMadeUp(context, rule, observed);
  const bases = new Set<MeasuredBasis>(['share', ...afresh.bases]);
  return { statistics, against_chance: reportedStatistics(afresh), ...verdict([...bases], reason) };
}

function evaluateMadeUp(context: RuleContext, rule: SimpleRule, observed: number): TestedSide {
  const { q, thresholds, membership } = context;
  const { minLift, minMembers, described } = thresholds;
  const share = shareBasis(context, observed);
  const chances = chancesOf(context, rule);
  if (!chances || isSingleFacet(rule)) {
    const reason = chances
      ? 'one facet is no more than its own frequency'
      : 'too entangled to compare with chance';
    return { statistics: shareStatistics(observed, membership.described), ...verdict(share, reason) };
  }
  const whole = testWhole(context, rule, chances, observed);
  // As in the search, a rule that is below the thresholds or was not tested counts with p = 1.
  const untested = { ...whole, p: 1 };
  const numbers = (test: RuleTest, statistics = sharedStatistics) =>
    statistics({ ...test, q: test.p * test.tested }, described);
  const shared = (test: RuleTest, reason: string) => ({
    statistics: numbers(test),
    ...verdict([...share, 'shared'], reason),
  });
  const { expected, p, tested } = whole;
  if (observed < minMembers) {
    return { statistics: numbers(untested), ...verdict([], `fewer than ${minMembers} members`) };
  }
  if (observed <= expected) {
    return { statistics: numbers(whole), ...verdict(share, 'no more members than chance would give') };
  }
  if (p * tested > q) {
    return shared(whole, 'chance could make one such rule among all of its shape');
  }
  if (!meetsThresholds(thresholds, observed, expected)) {
    return shared(untested, `lift may be below ${minLift}`);
  }
  const weakest = weakestPart(context, chances, observed);
  if (weakest === 'untested') {
    return shared(untested, 'too many facets to test whether each belongs');
  }
  if (weakest) {
    const reason = 'a part of the rule adds nothing beyond chance to the rest';
    const { statistics } = shared({ ...whole, p: weakest.p, tested: weakest.tested }, reason);
    const bases: MeasuredBasis[] = observed > weakest.expected ? [...share, 'shared'] : share;
    return { statistics, expected_beside: weakest.expected, ...verdict(bases, reason) };
  }
  const bases: MeasuredBasis[] = ['beyond_chance', ...share, 'shared'];
  return { statistics: numbers(whole, chanceStatistics), ...verdict(bases, 'more than chance explains') };
}

/** Tests a rule as a whole, an overlap of clusters as such. */
function testWhole(context: RuleContext, rule: SimpleRule, chances: RuleChances, observed: number): RuleTest {
  const tested = rulesOfShape(context, rule);
  const overlap = isClusterOverlap(rule.clauses)
    ? testOverlap(context.membership, rule.clauses[0], rule.clauses[1])
    : undefined;
  if (overlap) {
    return { observed, expected: overlap.expected, p: overlap.p, tested };
  }
  const trials = { chances: chances.byClass, counts: chances.classes.counts };
  const p = Math.min(upperTail(trials, observed), conditionalTailOf(context, chances, observed) ?? 1);
  return { observed, expected: meanOf(trials), p, tested };
}

function shareBasis({ membership, thresholds }: RuleContext, observed: number): MeasuredBasis[] {
  return isStrength(observed, membership.described, thresholds.minMembers) ? ['share'] : [];
}

function verdict(bases: readonly MeasuredBasis[], reason: string) {
  return { bases, basis: bases[0] ?? null, reason };
}

/** Returns whether the givers have everything that the seekers look for, as a skill or an interest. */
function isAnsweredWish({ givers, seekers }: TwoSidedRule): boolean {
  const offered = new Set(givers.clauses.flatMap(({ of }) => of));
  const sought = seekers.clauses.flatMap(({ of }) => of);
  return sought.every((key) => isWish(key) && answersTo(key).some((answer) => offered.has(answer)));
}

function isSingleFacet({ clauses }: SimpleRule): boolean {
  return new Set(clauses.flatMap(({ of }) => of)).size === 1;
}
