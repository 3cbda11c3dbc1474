import type { MeasuredBasis, Rule, Statistics, UnlabelledFacetCount } from '@warren/contracts';
import type { Introduction } from './candidates/candidate.ts';

/** Evaluation of a rule over a membership. */
export interface RuleEvaluation {
  /** Fingerprint of the rule. */
  readonly id: string;
  readonly rule: Rule;
  /** Ascending. */
  readonly member_ids: readonly number[];
  readonly facets: readonly UnlabelledFacetCount[];
  readonly statistics: Statistics;
  /**
   * Members expected if the weakest part of the rule and the rest were independent; present where that part adds
   * nothing beyond chance to the rest. The rule is then tested against this number, and its p and rate are those of
   * that test.
   */
  readonly expected_beside?: number;
  /** Statistics of the other bases, where `statistics` are those of a rule that was proposed for its share. */
  readonly against_chance?: Statistics;
  /** Every basis on which the rule may be reported, best first. */
  readonly bases: readonly MeasuredBasis[];
  /** The best of them, null where the rule may not be reported. */
  readonly basis: MeasuredBasis | null;
  /** Reason for these bases, for a reader. */
  readonly reason: string;
  readonly sides?: { readonly givers: readonly number[]; readonly seekers: readonly number[] };
  /** Of two sides that keep apart: those who belong to both. */
  readonly bridges?: readonly number[];
  readonly pairs?: readonly Introduction[];
}

/**
 * Statistics of an evaluation as they are reported. Where a part of the rule adds nothing to the rest, they compare the
 * count with the number expected if the two were independent: against the plain null model the rule would look better
 * than it is, by the strength of the rest.
 */
export function reportedStatistics({
  statistics,
  expected_beside: expected,
}: Pick<RuleEvaluation, 'statistics' | 'expected_beside'>): Statistics {
  const { observed, lift_low, lift_high } = statistics;
  if (expected === undefined || !(expected > 0)) {
    return statistics;
  }
  const ratio = (statistics.expected ?? expected) / expected;
  return {
    ...statistics,
    expected,
    lift: observed / expected,
    lift_low: lift_low === null ? null : Math.min(1, lift_low * ratio),
    lift_high: lift_high === null ? null : Math.max(1, lift_high * ratio),
  };
}
