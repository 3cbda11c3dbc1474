import { facetsOfRule } from '@warren/contracts';
import type { MeasuredBasis, Rule, SimpleRule } from '@warren/contracts';
import type { Candidate } from '../candidates/candidate.ts';
import { chanceStatistics, shareStatistics, sharedStatistics } from '../candidates/statistics.ts';
import { isStrength } from '../categories/strengths.ts';
import type { RuleContext } from '../context/mining-context.ts';
import { meetsThresholds } from '../context/thresholds.ts';
import { facetIndex } from '../membership/membership.ts';
import { positionsOfSide } from '../membership/rule-members.ts';
import type { MemberClasses } from '../null-model/null-model.ts';
import { meanOf, upperTail } from '../null-model/poisson-binomial.ts';
import { reportedStatistics } from '../rule-evaluation.ts';
import type { RuleEvaluation } from '../rule-evaluation.ts';
import { isClusterOverlap, testOverlap } from '../significance/cluster-overlap.ts';
import { chancesOf, conditionalTailOf, rulesOfShape, themesTailOf } from '../significance/made-up-rule.ts';
import type { RuleChances } from '../significance/made-up-rule.ts';
import { weakestPart } from '../significance/weakest-part.ts';
import type { RuleTest } from '../significance/weakest-part.ts';

/** A candidate whose rate an evaluation of its rule keeps. */
export type ProposedRule = Pick<Candidate, 'id' | 'basis' | 'statistics'>;

/** The part of an evaluation that depends on the tests of the rule. */
export type TestedRule = Omit<
  RuleEvaluation,
  'id' | 'rule' | 'member_ids' | 'facets' | 'sides' | 'bridges' | 'pairs'
>;

/**
 * Evaluates a rule that mining proposed, which keeps its rate: on its own basis, and as a share where it is one.
 */
export function evaluateProposed(
  context: RuleContext,
  rule: SimpleRule,
  observed: number,
  { basis, statistics }: ProposedRule,
): TestedRule {
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

/** Evaluates a rule that was made up after looking at the data, as one of every rule of its shape. */
export function evaluateMadeUp(context: RuleContext, rule: SimpleRule, observed: number): TestedRule {
  if (isUntested(context, rule)) {
    return evaluateUntested(context, rule, observed);
  }
  return rule.none_of === undefined
    ? evaluateAsked(context, rule, observed)
    : evaluateNarrowed(context, rule, observed);
}

/** Evaluates a rule without `none_of`. */
function evaluateAsked(context: RuleContext, rule: SimpleRule, observed: number): TestedRule {
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
  const givenThemes = themesTailOf(context, chances, observed) ?? 0;
  return { observed, expected: meanOf(trials), p: Math.max(p, givenThemes), tested };
}

function shareBasis({ membership, thresholds }: RuleContext, observed: number): MeasuredBasis[] {
  return isStrength(observed, membership.described, thresholds.minMembers) ? ['share'] : [];
}

/**
 * Evaluates a rule that leaves members out. The members whom it leaves out are taken as they are, so the others are
 * compared with what chance would give among them alone; and since lacking something is no structure, it is never on a
 * better basis than its clauses are without `none_of`. So it cannot pass off two facets that keep apart as one that is
 * more common than it should be.
 */
function evaluateNarrowed(context: RuleContext, rule: SimpleRule, observed: number): TestedRule {
  const { q, thresholds, membership } = context;
  const asked = { clauses: rule.clauses };
  const share = shareBasis(context, observed);
  const whole = evaluateAsked(context, asked, positionsOfSide(membership, asked).length);
  const chances = chancesOf(context, asked);
  if (!chances || whole.statistics.expected === null) {
    return { statistics: shareStatistics(observed, membership.described), ...verdict(share, whole.reason) };
  }
  const trials = {
    chances: chances.byClass,
    counts: lackingByClass(context, chances.classes, rule.none_of ?? []),
  };
  // Where a part of the clauses adds nothing to the rest, the same number is expected more often here too.
  const beside = (whole.expected_beside ?? whole.statistics.expected) / whole.statistics.expected;
  const expected = meanOf(trials) * (beside > 1 ? beside : 1);
  const tested = rulesOfShape(context, {
    clauses: [...rule.clauses, { at_least: 1, of: rule.none_of ?? [] }],
  });
  const isBeyond = whole.bases.includes('beyond_chance') && meetsThresholds(thresholds, observed, expected);
  const p = isBeyond ? upperTail(trials, observed) : 1;
  const count = { observed, expected, p, q: p * tested, tested };
  const shared = sharedStatistics(count, thresholds.described);
  if (observed < thresholds.minMembers) {
    return { statistics: shared, ...verdict([], `fewer than ${thresholds.minMembers} members`) };
  }
  if (observed <= expected || !whole.bases.includes('shared')) {
    const reason = observed <= expected ? 'no more members than chance would give' : whole.reason;
    return { statistics: shared, ...verdict(share, reason) };
  }
  if (count.q > q) {
    const reason = isBeyond ? 'chance could make one such rule among all of its shape' : whole.reason;
    return { statistics: shared, ...verdict([...share, 'shared'], reason) };
  }
  const bases: MeasuredBasis[] = ['beyond_chance', ...share, 'shared'];
  return {
    statistics: chanceStatistics(count, thresholds.described),
    ...verdict(bases, 'more than chance explains'),
  };
}

/** Number of members of each class who carry none of some facets. */
function lackingByClass(
  { membership }: RuleContext,
  { classOf, counts }: MemberClasses,
  keys: readonly string[],
): Uint32Array {
  const lacking = counts.slice();
  for (const member of positionsOfSide(membership, { clauses: [{ at_least: 1, of: [...keys] }] })) {
    const c = classOf[member] ?? 0;
    lacking[c] = (lacking[c] ?? 0) - 1;
  }
  return lacking;
}

/** Returns whether a rule has a facet that takes no part in tests. */
export function isUntested({ membership, untested }: RuleContext, rule: Rule): boolean {
  return untested.size > 0 && facetsOfRule(rule).some((key) => untested.has(facetIndex(membership, key)));
}

/** Reason for the basis of a rule with a facet that takes no part in tests. */
export const untestedReason = 'one of its facets takes no part in tests beyond chance';

/**
 * Evaluates a rule with a facet that takes no part in tests: its members share what it says, and nothing is known of what
 * chance would give, nor of the share of a whole that was not asked.
 */
function evaluateUntested(
  { membership: { described }, thresholds: { minMembers } }: RuleContext,
  rule: SimpleRule,
  observed: number,
): TestedRule {
  const statistics = shareStatistics(observed, described);
  if (isSingleFacet(rule)) {
    return { statistics, ...verdict([], 'one facet is no more than its own frequency') };
  }
  return observed < minMembers
    ? { statistics, ...verdict([], `fewer than ${minMembers} members`) }
    : { statistics, ...verdict(['shared'], untestedReason) };
}

export function verdict(bases: readonly MeasuredBasis[], reason: string) {
  return { bases, basis: bases[0] ?? null, reason };
}

function isSingleFacet({ clauses }: SimpleRule): boolean {
  return new Set(clauses.flatMap(({ of }) => of)).size === 1;
}
