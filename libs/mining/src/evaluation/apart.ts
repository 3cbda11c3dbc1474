import type { MeasuredBasis, TwoSidedRule } from '@warren/contracts';
import { facetsAskedFor } from '@warren/contracts';
import { sameWords } from '../candidates/same-words.ts';
import { chanceStatistics, shareStatistics } from '../candidates/statistics.ts';
import { createApartFamily, holdsSeveral } from '../context/apart-family.ts';
import type { RuleContext } from '../context/mining-context.ts';
import { createTestFamily } from '../context/test-family.ts';
import { overlap } from '../membership/counting.ts';
import { kindOf, labelOf } from '../membership/facet-keys.ts';
import { carriersOf, facetIndex } from '../membership/membership.ts';
import { bridgesOf } from '../membership/rule-members.ts';
import { areAlternatives, isFewer, testFewer, testFewerAlone } from '../significance/fewer.ts';
import type { PairFamily } from '../significance/fewer.ts';
import { isUntested, untestedReason, verdict } from './one-sided.ts';
import type { ProposedRule } from './one-sided.ts';

/**
 * Evaluates whether the two sides of a rule keep apart, by the tests of the mining: its members are both sides and the
 * bridges, what was observed are the bridges. There is no lesser basis: what was told to keep apart either does or not.
 */
export function evaluateApart(context: RuleContext, rule: TwoSidedRule, proposed: ProposedRule | undefined) {
  const { membership, thresholds, q } = context;
  const observed = bridgesOf(membership, rule).length;
  if (proposed?.basis === 'apart') {
    return { statistics: proposed.statistics, ...verdict(['apart'], 'proposed by the analysis itself') };
  }
  const refused = (reason: string) => ({
    statistics: shareStatistics(observed, membership.described),
    ...verdict([], reason),
  });
  const keys = [rule.givers, rule.seekers].flatMap(facetsAskedFor);
  const [one, other] = keys;
  if (one === undefined || other === undefined || keys.length > 2) {
    return refused('only of two facets it is known whether they keep apart');
  }
  const pair = [facetIndex(membership, one), facetIndex(membership, other)] as const;
  if (pair.some((facet) => facet < 0)) {
    return refused('nobody is on one of the sides');
  }
  if (isUntested(context, rule)) {
    return refused(untestedReason);
  }
  const family = familyOf(context, keys);
  if (!family.fits.every(holdsSeveral)) {
    return refused(
      'members have one facet of such a kind at most, so they keep apart by the form that asks for it',
    );
  }
  if (sameWords(labelOf(one), labelOf(other))) {
    return refused('the two say the same in other words');
  }
  const together = (a: number, b: number) => overlap(carriersOf(membership, a), carriersOf(membership, b));
  if (areAlternatives(membership, family, pair, observed, together)) {
    return refused('the two look like answers to one question, which takes one');
  }
  const tests = [
    testFewer(membership, family, pair, observed),
    testFewerAlone(context, family, pair, observed),
  ];
  const expected = Math.min(...tests.map((test) => test.expected));
  const tested = pairsLike(context, family);
  const isTold = isFewer(thresholds, observed, expected);
  const p = isTold ? Math.max(...tests.map((test) => test.p)) : 1;
  const count = { observed, expected, p, q: p * tested, tested };
  const bases: MeasuredBasis[] = count.q <= q ? ['apart'] : [];
  const reason = !isTold
    ? 'so few are expected on both sides, or so nearly as many are there, that it says nothing'
    : bases.length > 0
      ? 'fewer than chance explains'
      : 'chance could make one such pair among all of its shape';
  return { statistics: chanceStatistics(count, membership.described), ...verdict(bases, reason) };
}

/** Number of pairs of the same kinds of which an absence would say something. */
function pairsLike({ membership, model, thresholds, untested }: RuleContext, { fits }: PairFamily): number {
  const [one = '', other] = fits.map(({ kind }) => kind);
  const kinds = other === undefined ? ([one] as const) : ([one, other] as const);
  const scope = { kinds, largest: 2 };
  const family = createTestFamily(membership, model, scope, thresholds.minMembers, undefined, untested);
  return (family && createApartFamily(membership, family)?.tested) ?? 1;
}

function familyOf({ model }: RuleContext, keys: readonly string[]): PairFamily {
  const kinds = [...new Set(keys.map(kindOf))].sort();
  return { fits: kinds.map((kind) => model.fit(kind)), classes: model.classes(kinds) };
}
