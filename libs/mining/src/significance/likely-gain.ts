import type { Finding } from './finding.ts';
import { countOf } from '../membership/membership.ts';
import type { Membership } from '../membership/membership.ts';

/**
 * About the logarithm of what holding the margins gains: for each facet a falling factorial in place of a power,
 * and the same for the places in a profile, as far as the count passes what is expected. Only to tell what is
 * worth the work.
 */
export function likelyGain(
  membership: Membership,
  { universe, facets, observed, expected, k }: Omit<Finding, 'p' | 'tested'>,
): number {
  const excess = Math.max(0, observed - expected);
  const columns = facets.reduce((sum, facet) => sum + 1 / countOf(membership, facet), 0);
  const entries = universe.fits.reduce((sum, { degrees }) => Math.max(sum, meanCarried(degrees)), 1);
  return (excess * excess * columns * (k / facets.length)) / 2 + (excess * k * (k - 1)) / (2 * entries);
}

const carriedMeans = new WeakMap<Uint32Array, number>();

/** How many facets the profile has that a facet is met in: members weighted by what they list. */
function meanCarried(degrees: Uint32Array): number {
  let known = carriedMeans.get(degrees);
  if (known === undefined) {
    let sum = 0;
    let squares = 0;
    for (const degree of degrees) {
      sum += degree;
      squares += degree * degree;
    }
    known = sum === 0 ? 1 : squares / sum;
    carriedMeans.set(degrees, known);
  }
  return known;
}
