import { leastExpected, pairsOf } from '../context/apart-family.ts';
import type { ApartFamily } from '../context/apart-family.ts';
import { checkCancelled } from '../context/cancellation.ts';
import type { MiningContext } from '../context/mining-context.ts';
import { countOf } from '../membership/membership.ts';
import type { Membership } from '../membership/membership.ts';
import { areAlternatives, isFewer, testFewer } from '../significance/fewer.ts';
import type { FewerTest } from '../significance/fewer.ts';
import type { Finding } from '../significance/finding.ts';
import type { PairCount } from './pair-counts.ts';

/** Returns whether two facets are different things, of which it would say something that they keep apart. */
export type MayKeepApart = (a: number, b: number) => boolean;

/**
 * Tests the pairs that fewer members have than expected; all others, those whose labels mean the same, and the answers
 * to a question that takes one, count with p = 1.
 */
export function findApart(
  context: MiningContext,
  carriedBoth: PairCount,
  mayKeepApart: MayKeepApart,
): Finding[] {
  const { membership, thresholds, signal } = context;
  return context.apartFamilies.flatMap((apart) => {
    const { family, tested } = apart;
    checkCancelled(signal);
    return pairsOf(membership, apart).flatMap(({ facet, partners }) =>
      partners.flatMap((other): Finding[] => {
        const observed = carriedBoth(facet, other);
        const independent = independentlyExpected(membership, apart, facet, other);
        if (!isFewer(thresholds, observed, independent) || !mayKeepApart(facet, other)) {
          return [];
        }
        const { expected, p } = cachedTest(membership, apart, [facet, other], observed);
        if (!isFewer(thresholds, observed, expected)) {
          return [];
        }
        if (areAlternatives(membership, family, [facet, other], observed, carriedBoth)) {
          return [];
        }
        const facets = [facet, other].sort((a, b) => a - b);
        return [{ family, facets, k: 2, observed, expected, p, tested, direction: 'fewer' }];
      }),
    );
  });
}

/** Expected number of members with both facets if they were independent: an upper bound that is cheap to compute. */
function independentlyExpected(
  membership: Membership,
  { leastProduct }: ApartFamily,
  a: number,
  b: number,
): number {
  return (leastExpected * countOf(membership, a) * countOf(membership, b)) / leastProduct;
}

const caches = new WeakMap<ApartFamily, Map<string, FewerTest>>();

/** The test of a pair, computed once for all pairs of equal margins, which shuffles of a membership share. */
function cachedTest(
  membership: Membership,
  apart: ApartFamily,
  pair: readonly [number, number],
  observed: number,
): FewerTest {
  const cache = caches.get(apart) ?? new Map<string, FewerTest>();
  caches.set(apart, cache);
  const margins = pair.map((facet) => countOf(membership, facet));
  const isWithin = apart.family.fits.length === 1;
  const key = [...(isWithin ? margins.sort((x, y) => x - y) : margins), observed].join();
  const known = cache.get(key) ?? testFewer(membership, apart.family, pair, observed);
  cache.set(key, known);
  return known;
}
