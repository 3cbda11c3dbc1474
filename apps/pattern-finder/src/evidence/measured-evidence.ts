import { createHash } from 'node:crypto';
import type { Evidence, FacetCount, Quote, RuleEvaluation, Statistics } from '@warren/contracts';
import { PatternCategory, categories, facetKind, facetsOfRule, isTwoSided } from '@warren/contracts';
import { Rejection } from './rejection.ts';

/** What a pattern stands on, measured: the members and every number are computed. */
export interface MeasuredEvidence {
  readonly fingerprint: string;
  readonly evidence: Evidence;
  readonly memberIds: readonly number[];
}

const none = {
  expected: null,
  lift: null,
  lift_low: null,
  lift_high: null,
  p_value: null,
  q_value: null,
  tested: null,
};

/** The grounds of a rule in a category, or a refusal that says what to change. */
export function evidenceOfRule(
  category: PatternCategory,
  measured: RuleEvaluation,
  minMembers: number,
): MeasuredEvidence {
  if (measured.unknown_facets.length > 0) {
    throw new Rejection(
      'unknown_facet',
      `No member carries ${measured.unknown_facets.join(', ')}: use facet keys of the analysis.`,
    );
  }
  refuseWrongShape(category, measured);
  if (measured.member_ids.length < minMembers) {
    throw new Rejection(
      'too_few_members',
      `${measured.member_ids.length} members match; a pattern needs at least ${minMembers}. Widen the rule.`,
    );
  }
  const { basis, statistics } = basisIn(category, measured);
  return {
    fingerprint: `${categories[category].standsOn === 'share' ? 'strength' : 'rule'}:${measured.fingerprint}`,
    memberIds: measured.member_ids,
    evidence: {
      basis,
      rule: measured.rule,
      facets: measured.facets,
      statistics,
      ...(measured.sides === undefined ? {} : { sides: measured.sides }),
      ...(measured.pairs === undefined ? {} : { pairs: measured.pairs }),
    },
  };
}

/** The grounds of verified quotes: the members are those quoted. */
export function groundsOfQuotes(
  quotes: readonly Quote[],
  totalActive: number,
  minMembers: number,
): MeasuredEvidence {
  const memberIds = [...new Set(quotes.map((quote) => quote.member_id))].sort((a, b) => a - b);
  if (memberIds.length < minMembers) {
    throw new Rejection(
      'too_few_members',
      `${memberIds.length} members are quoted; a pattern needs at least ${minMembers}. Quote more people.`,
    );
  }
  const { low, high } = wilson(memberIds.length, totalActive);
  const said = quotes.map((quote) => JSON.stringify([quote.member_id, quote.field, quote.quote])).sort();
  const facets: FacetCount[] = [];
  return {
    fingerprint: `quotes:${createHash('sha256').update(said.join('\n')).digest('hex').slice(0, 32)}`,
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
        ...none,
      },
    },
  };
}

const twoSided = PatternCategory.options.filter((category) => categories[category].rule.sides === 2);

function refuseWrongShape(category: PatternCategory, { rule, sides }: RuleEvaluation): void {
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

/** What is told of a rule in a category: of a strength its share alone, of any other how it stands against chance. */
export function statisticsIn(
  category: PatternCategory,
  { statistics, against_chance }: Pick<RuleEvaluation, 'statistics' | 'against_chance'>,
): Statistics {
  return categories[category].standsOn === 'share'
    ? { ...statistics, ...none }
    : (against_chance ?? statistics);
}

/** A strength claims its share and nothing more; any other rule must hold more members than chance would give it. */
function basisIn(
  category: PatternCategory,
  measured: RuleEvaluation,
): { basis: Evidence['basis']; statistics: Statistics } {
  const { bases } = measured;
  const statistics = statisticsIn(category, measured);
  if (categories[category].standsOn === 'share') {
    if (!bases.includes('share')) {
      throw new Rejection(
        'no_more_than_chance',
        `${Math.round(statistics.share * 100)} % of the members match: too few for a ${category}. Choose what more of them share, or another category.`,
      );
    }
    return { basis: 'share', statistics };
  }
  const basis = bases.find((possible) => possible !== 'share');
  if (basis === undefined) {
    throw new Rejection(
      'no_more_than_chance',
      `${statistics.observed} members match and chance alone would give ${(statistics.expected ?? 0).toFixed(1)}: ` +
        'this is no pattern. Use a candidate of the analysis, or facets that go together.',
    );
  }
  return { basis, statistics };
}

/** Wilson's 95 % interval of a share (Wilson 1927); 0 and 1 where there is nobody. */
function wilson(count: number, total: number): { low: number; high: number } {
  if (total === 0) {
    return { low: 0, high: 1 };
  }
  const z = 1.959963984540054;
  const share = count / total;
  const middle = share + (z * z) / (2 * total);
  const spread = z * Math.sqrt((share * (1 - share)) / total + (z * z) / (4 * total * total));
  const scale = 1 + (z * z) / total;
  return { low: Math.max(0, (middle - spread) / scale), high: Math.min(1, (middle + spread) / scale) };
}
