import type { MeasuredBasis, TwoSidedRule } from '@warren/contracts';
import { introduce } from '../candidates/introductions.ts';
import { shareStatistics, sharedStatistics } from '../candidates/statistics.ts';
import type { RuleContext } from '../context/mining-context.ts';
import { idsAt, positionsOfSide } from '../membership/rule-members.ts';
import { isAnsweredWish, isSwap } from '../membership/wish-rules.ts';
import type { RuleEvaluation } from '../rule-evaluation.ts';
import { testCommonInterest } from '../significance/common-interest.ts';
import { verdict } from './one-sided.ts';

type TestedSides = Omit<RuleEvaluation, 'id' | 'rule' | 'member_ids' | 'facets'>;

/**
 * Evaluates a rule with two sides. Where neither side looks for what the other has, it is compared with chance by what
 * both have in common; where they have nothing in common, nothing is claimed but how many they are.
 */
export function evaluateSides(context: RuleContext, rule: TwoSidedRule, observed: number): TestedSides {
  const { membership, thresholds } = context;
  const givers = positionsOfSide(membership, rule.givers);
  const seekers = positionsOfSide(membership, rule.seekers);
  const isEnough = observed >= Math.max(2, thresholds.minMembers);
  return {
    ...(isEnough ? claimOf(context, rule, observed) : tooFew(context, observed)),
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
    ...(isSwap(rule) ? (['swap'] as const) : []),
    ...(isAnsweredWish(rule) ? (['wish'] as const) : []),
  ];
  if (bases.length > 0) {
    return { statistics, ...verdict([...bases, 'share'], 'both sides are there') };
  }
  const common = testCommonInterest(context, rule);
  if (!common) {
    const reason = 'neither side looks for what the other has: no more than how many they are';
    return { statistics, ...verdict(['share'], reason) };
  }
  const { tested, p } = common;
  return {
    statistics: sharedStatistics({ ...common, q: p * tested }, described),
    ...verdict(['shared', 'share'], 'both sides have something in common more often than expected'),
  };
}
