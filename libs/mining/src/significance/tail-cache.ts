import type { Finding } from './finding.ts';
import { countOf } from '../membership/membership.ts';
import type { Membership } from '../membership/membership.ts';
import type { TestFamily } from '../context/test-family.ts';

const known = new WeakMap<TestFamily, Map<string, number | undefined>>();

/**
 * A tail that is computed once for all rules the null model cannot tell apart: facets carried equally often are alike
 * in it. Shuffles of one membership share its margins, so that nearly all of their tests are known by the second one.
 * `way` names how the tail is computed.
 */
export function knownTail(
  way: 'plain' | 'held',
  membership: Membership,
  { universe, facets, k, observed }: Omit<Finding, 'expected' | 'p' | 'tested'>,
  compute: () => number | undefined,
): number | undefined {
  const tails = known.get(universe) ?? new Map<string, number | undefined>();
  known.set(universe, tails);
  const endOfFirst = universe.fits[0]?.to ?? 0;
  // Facets of the second kind by negative counts: equally common facets of different kinds are not alike.
  const margins = facets.map((facet) => (facet < endOfFirst ? 1 : -1) * countOf(membership, facet));
  const key = `${way} ${k} ${observed} ${margins.sort((a, b) => a - b).join()}`;
  if (!tails.has(key)) tails.set(key, compute());
  return tails.get(key);
}
