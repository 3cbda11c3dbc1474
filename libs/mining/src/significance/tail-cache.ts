import type { TestFamily } from '../context/test-family.ts';
import { countOf } from '../membership/membership.ts';
import type { Membership } from '../membership/membership.ts';
import type { CountedRule } from './finding.ts';

const caches = new WeakMap<TestFamily, Map<string, number | undefined>>();

/**
 * The tail of a rule, computed once for all rules that the null model cannot tell apart: it treats facets with equal
 * numbers of carriers alike. Shuffles of one membership share its margins, so from the second shuffle on nearly all
 * tails are in the cache.
 * @param test the plain null model, or conditional on the margins
 */
export function cachedTail(
  test: 'plain' | 'conditional',
  membership: Membership,
  { family, facets, k, observed }: CountedRule,
  compute: () => number | undefined,
): number | undefined {
  const cache = caches.get(family) ?? new Map<string, number | undefined>();
  caches.set(family, cache);
  const endOfFirst = family.fits[0]?.to ?? 0;
  // Facets of the second kind by negative counts: equally common facets of different kinds are not alike.
  const margins = facets.map((facet) => (facet < endOfFirst ? 1 : -1) * countOf(membership, facet));
  const key = `${test} ${k} ${observed} ${margins.sort((a, b) => a - b).join()}`;
  if (!cache.has(key)) {
    cache.set(key, compute());
  }
  return cache.get(key);
}
