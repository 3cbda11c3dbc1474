import type { MeasuredBasis, TwoSidedRule } from '@warren/contracts';
import { commonInterestClaim } from '../candidates/common-interest-claim.ts';
import { introduce } from '../candidates/introductions.ts';
import { shareStatistics } from '../candidates/statistics.ts';
import type { RuleContext } from '../context/mining-context.ts';
import { isApartRule } from '../membership/apart-rules.ts';
import { bridgesOf, idsAt, positionsOfSide } from '../membership/rule-members.ts';
import { isAnsweredWish, isSwap } from '../membership/wish-rules.ts';
import type { RuleEvaluation } from '../rule-evaluation.ts';
import { testCommonInterest } from '../significance/common-interest.ts';
import { evaluateApart } from './apart.ts';
import { isUntested, untestedReason, verdict } from './one-sided.ts';
import type { ProposedRule } from './one-sided.ts';

type TestedSides = Omit<RuleEvaluation, 'id' | 'rule' | 'member_ids' | 'facets'>;

/**
 * Evaluates a rule with two sides. Where neither side looks for what the other has, it is compared with chance by what
 * both have in common; where they have nothing in common, nothing is claimed but how many they are.
 */
export function evaluateSides(
  context: RuleContext,
  rule: TwoSidedRule,
  observed: number,
  proposed: ProposedRule | undefined,
): TestedSides {
  const { membership, thresholds } = context;
  const givers = positionsOfSide(membership, rule.givers);
  const seekers = positionsOfSide(membership, rule.seekers);
  const isEnough = observed >= Math.max(2, thresholds.minMembers);
  const isApart = isApartRule(rule);
  const claim = isApart ? evaluateApart(context, rule, proposed) : claimOf(context, rule, observed);
  return {
    ...(isEnough ? claim : tooFew(context, observed)),
    ...(isApart && { bridges: idsAt(membership, bridgesOf(membership, rule)) }),
    sides: { givers: idsAt(membership, givers), seekers: idsAt(membership, seekers) },
    pairs: introduce(membership, givers, seekers, rule.givers.clauses[0]?.of ?? []),
  };
}

function tooFew({ membership }: RuleContext, observed: number) {
  return {
    statistics: shareStatistics(observed, membership.described),
    ...verdict([], 'too few members on the two sides'),
  };
}

function claimOf(context: RuleContext, rule: TwoSidedRule, observed: number) {
  const { described } = context.membership;
  const statistics = shareStatistics(observed, described);
  const bases: MeasuredBasis[] = [
    ...(isSwap(rule, context.people) ? (['swap'] as const) : []),
    ...(isAnsweredWish(rule, context.people) ? (['wish'] as const) : []),
  ];
  if (bases.length > 0) {
    return { statistics, ...verdict([...bases, 'share'], 'both sides are there') };
  }
  if (isUntested(context, rule)) {
    return { statistics, ...verdict(['shared'], untestedReason) };
  }
  const common = testCommonInterest(context, rule);
  if (!common) {
    const reason = 'neither side looks for what the other has: no more than how many they are';
    return { statistics, ...verdict(['share'], reason) };
  }
  const { basis, statistics: compared } = commonInterestClaim(context, common);
  const claimed: MeasuredBasis[] = basis === 'shared' ? ['shared', 'share'] : [basis, 'shared', 'share'];
  return {
    statistics: compared,
    ...verdict(claimed, 'both sides have something in common more often than expected'),
  };
}
