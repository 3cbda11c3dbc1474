import { liftInterval } from '../null-model/intervals.ts';
import { likelyGain } from './likely-gain.ts';
import type { Membership } from '../membership/membership.ts';
import { meanOf, upperTail } from '../null-model/poisson-binomial.ts';
import { knownTail } from './tail-cache.ts';
import { testsOfSize } from '../context/test-family.ts';
import type { TestFamily } from '../context/test-family.ts';

/** One tested rule, at least k of some facets of a universe. */
export interface Finding {
  readonly universe: TestFamily;
  /** Ascending. */
  readonly facets: readonly number[];
  readonly k: number;
  readonly observed: number;
  readonly expected: number;
  readonly p: number;
  /** How many rules of its size could have been tested. */
  readonly tested: number;
}

/** What a rule must reach before it is tested at all. */
export interface EffectThresholds {
  readonly minLift: number;
  readonly minMembers: number;
  /** The members that shares are shares of. */
  readonly described: number;
  /** Families of tests that share the error; with the membership, what is needed to know a hopeless test. */
  readonly families: number;
  readonly membership: Membership;
}

/** Whether a count is enough, and enough above what is expected, for the lower end of lift's interval. */
export function meetsThresholds(
  observed: number,
  expected: number,
  floors: Pick<EffectThresholds, 'minLift' | 'minMembers' | 'described'>,
): boolean {
  if (observed < floors.minMembers || observed < floors.minLift * expected) return false;
  return liftInterval(observed, expected, floors.described).low >= floors.minLift;
}

/**
 * Tests one rule. Below the floors its p counts as 1, larger than the true one, so that what is left keeps its
 * meaning: the floors can only make the whole stricter.
 */
export function testRule(
  universe: TestFamily,
  facets: readonly number[],
  k: number,
  observed: number,
  chances: Float64Array,
  floors: EffectThresholds,
): Finding {
  const trials = { chances, counts: universe.classes.counts };
  const expected = meanOf(trials);
  const untested = {
    universe,
    facets,
    k,
    observed,
    expected,
    p: 1,
    tested: testsOfSize(universe, facets.length),
  };
  const worthwhile = meetsThresholds(observed, expected, floors) && !isHopeless(untested, floors);
  if (!worthwhile) return untested;
  const p = knownTail('plain', floors.membership, untested, () => upperTail(trials, observed));
  return { ...untested, p: p ?? 1 };
}

/** Other discoveries may ease a threshold by about this factor, e to the seventh, and no more. */
const EASING = 7;

/** Whether a count is so little surprising that no test of it could come near its threshold; its p stays 1. */
export function isHopeless(finding: Finding, { membership, families }: EffectThresholds): boolean {
  const threshold = Math.log(finding.tested * families) - EASING;
  return surprise(finding) + 2 * likelyGain(membership, finding) < threshold;
}

/** How surprising a count is, in nats: the Poisson deviance, large for many members and for many times too many. */
export function surprise({ observed, expected }: { observed: number; expected: number }): number {
  if (observed <= expected) return 0;
  return observed * Math.log(observed / expected) - (observed - expected);
}

/** A total order of findings that hangs on nothing but what they say: the most surprising first. */
export function bySurprise(a: Finding, b: Finding): number {
  return surprise(b) - surprise(a) || compareFacets(a, b);
}

/** Orders findings that numbers cannot tell apart. */
export function compareFacets(a: Finding, b: Finding): number {
  for (let at = 0; at < Math.min(a.facets.length, b.facets.length); at++) {
    const difference = (a.facets[at] ?? 0) - (b.facets[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return a.facets.length - b.facets.length || a.k - b.k;
}
