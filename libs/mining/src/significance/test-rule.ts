import type { MiningContext } from '../context/mining-context.ts';
import { testsOfSize } from '../context/test-family.ts';
import { meetsThresholds } from '../context/thresholds.ts';
import { meanOf, upperTail } from '../null-model/poisson-binomial.ts';
import { surprise } from './finding.ts';
import type { CountedRule, Finding } from './finding.ts';
import { likelyGain } from './likely-gain.ts';
import { cachedTail } from './tail-cache.ts';

/**
 * Tests one rule. Below the effect thresholds its p counts as 1, larger than the true one, so that the rest keeps its
 * meaning: the thresholds can only make the whole stricter.
 * @param chances of matching, for each member class of the family
 */
export function testRule(context: MiningContext, rule: CountedRule, chances: Float64Array): Finding {
  const { family, facets, observed } = rule;
  const trials = { chances, counts: family.classes.counts };
  const expected = meanOf(trials);
  const untested = { ...rule, expected, p: 1, tested: testsOfSize(family, facets.length) };
  if (!meetsThresholds(context.thresholds, observed, expected) || isHopeless(context, untested)) {
    return untested;
  }
  const p = cachedTail('plain', context.membership, rule, () => upperTail(trials, observed));
  return { ...untested, p: p ?? 1 };
}

/** Other discoveries may ease a threshold by about this factor, e to the seventh, and no more. */
const easing = 7;

/** Returns whether a count is so unsurprising that no test of it could come near its threshold; its p stays 1. */
export function isHopeless(
  { membership, familyCount }: Pick<MiningContext, 'membership' | 'familyCount'>,
  finding: Finding,
): boolean {
  const threshold = Math.log(finding.tested * familyCount) - easing;
  return surprise(finding) + 2 * likelyGain(membership, finding) < threshold;
}
