import { createHash } from 'node:crypto';
import type { Evidence, FacetCount, Quote, RuleEvaluation, Statistics } from '@warren/contracts';
import { PatternCategory, categories, facetKind, facetsOfRule, isTwoSided } from '@warren/contracts';
import { wilson } from '@warren/mining';
import { Rejection } from './rejection.ts';

/** Evidence of a pattern, with its members; every number is computed. */
export interface MeasuredEvidence {
  readonly fingerprint: string;
  readonly evidence: Evidence;
  readonly memberIds: readonly number[];
}

const noChance = {
  expected: null,
  lift: null,
  lift_low: null,
  lift_high: null,
  p_value: null,
  q_value: null,
  tested: null,
};

/** Derives the evidence of a rule in a category. @throws Rejection with what to change */
export function evidenceOfRule(
  category: PatternCategory,
  evaluation: RuleEvaluation,
  minMembers: number,
): MeasuredEvidence {
  if (evaluation.unknown_facets.length > 0) {
    throw new Rejection(
      'unknown_facet',
      `No member carries ${evaluation.unknown_facets.join(', ')}: use facet keys of the analysis.`,
    );
  }
  rejectWrongShape(category, evaluation);
  if (evaluation.member_ids.length < minMembers) {
    throw new Rejection(
      'too_few_members',
      `${evaluation.member_ids.length} members match; a pattern needs at least ${minMembers}. Widen the rule.`,
    );
  }
  const { basis, statistics } = basisIn(category, evaluation);
  return {
    fingerprint: `${categories[category].standsOn === 'share' ? 'strength' : 'rule'}:${evaluation.fingerprint}`,
    memberIds: evaluation.member_ids,
    evidence: {
      basis,
      rule: evaluation.rule,
      facets: evaluation.facets,
      statistics,
      ...(evaluation.sides === undefined ? {} : { sides: evaluation.sides }),
      ...(evaluation.bridges === undefined ? {} : { bridges: evaluation.bridges }),
      ...(evaluation.pairs === undefined ? {} : { pairs: evaluation.pairs }),
    },
  };
}

/** Derives the evidence of verified quotes, whose members are those quoted. @throws Rejection if they are too few */
export function evidenceOfQuotes(
  verified: readonly Quote[],
  totalActive: number,
  minMembers: number,
): MeasuredEvidence {
  // Two parts of one sentence are the same quote once they are widened.
  const quotes = [
    ...new Map(
      verified.map((each) => [JSON.stringify([each.member_id, each.field, each.quote]), each]),
    ).values(),
  ];
  const memberIds = [...new Set(quotes.map((quote) => quote.member_id))].sort((a, b) => a - b);
  if (memberIds.length < minMembers) {
    throw new Rejection(
      'too_few_members',
      `${memberIds.length} members are quoted; a pattern needs at least ${minMembers}. Quote more people.`,
    );
  }
  const { low, high } = wilson(memberIds.length, totalActive);
  const fingerprinted = quotes
    .map((quote) => JSON.stringify([quote.member_id, quote.field, quote.quote]))
    .sort();
  const facets: FacetCount[] = [];
  return {
    fingerprint: `quotes:${createHash('sha256').update(fingerprinted.join('\n')).digest('hex').slice(0, 32)}`,
    memberIds,
    evidence: {
      basis: 'quotes',
      quotes: [...quotes],
      facets,
      statistics: {
        observed: memberIds.length,
        share: totalActive === 0 ? 0 : memberIds.length / totalActive,
        share_low: low,
        share_high: high,
        ...noChance,
      },
    },
  };
}

const twoSided = PatternCategory.options.filter((category) => categories[category].rule.sides === 2);

function rejectWrongShape(category: PatternCategory, { rule, sides }: RuleEvaluation): void {
  const needs = categories[category].rule;
  if (isTwoSided(rule)) {
    if (needs.sides !== 2) {
      throw new Rejection(
        'wrong_shape',
        `A rule with givers and seekers is a ${twoSided.join(' or a ')}: change the category.`,
      );
    }
    if (sides === undefined || sides.givers.length === 0 || sides.seekers.length === 0) {
      throw new Rejection(
        'wrong_shape',
        'A collaboration needs at least one member on each side; one side of this rule is empty.',
      );
    }
    const giving = new Set(sides.givers);
    if (sides.seekers.every((id) => giving.has(id))) {
      throw new Rejection(
        'wrong_shape',
        'Whoever is on the side of the seekers is on that of the givers too: nobody is to be introduced to anybody. ' +
          'Choose sides with different people.',
      );
    }
    return;
  }
  if (needs.sides === 2) {
    throw new Rejection('wrong_shape', `A ${category} needs a rule with givers and seekers.`);
  }
  const kinds = new Set(facetsOfRule(rule).map(facetKind));
  const { only } = needs;
  if (only !== undefined && (kinds.size > 1 || !kinds.has(only))) {
    throw new Rejection(
      'wrong_shape',
      `A ${category} is about ${only} facets alone: use those, or the category cross_domain.`,
    );
  }
}

/** Statistics to show of a rule in a category: only the share of a strength, for others the comparison with chance. */
export function statisticsIn(
  category: PatternCategory,
  { statistics, against_chance }: Pick<RuleEvaluation, 'statistics' | 'against_chance'>,
): Statistics {
  return categories[category].standsOn === 'share'
    ? { ...statistics, ...noChance }
    : (against_chance ?? statistics);
}

/**
 * Basis of a rule in a category: a strength claims only its share, and so may two sides; any other rule must match more
 * members than chance.
 */
function basisIn(
  category: PatternCategory,
  evaluation: RuleEvaluation,
): { basis: Evidence['basis']; statistics: Statistics } {
  const { bases } = evaluation;
  const statistics = statisticsIn(category, evaluation);
  if (categories[category].standsOn === 'share') {
    if (!bases.includes('share')) {
      throw new Rejection(
        'no_more_than_chance',
        `${Math.round(statistics.share * 100)} % of the members match: too few for a ${category}. Choose what more of them share, or another category.`,
      );
    }
    return { basis: 'share', statistics };
  }
  const basis = bases.find((possible) => possible !== 'share' || isTwoSided(evaluation.rule));
  if (basis === undefined) {
    const { observed, expected } = statistics;
    const against = expected === null ? evaluation.reason : `chance alone would give ${expected.toFixed(1)}`;
    throw new Rejection(
      'no_more_than_chance',
      `${observed} members match, and ${against}: ` +
        'this is no pattern. Use a candidate of the analysis, or facets that go together.',
    );
  }
  return { basis, statistics };
}
