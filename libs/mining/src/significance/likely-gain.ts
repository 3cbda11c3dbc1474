import { countOf } from '../membership/membership.ts';
import type { Membership } from '../membership/membership.ts';
import type { Finding } from './finding.ts';

/**
 * Estimate of the gain of the conditional test, as a difference of log p: for each facet a falling factorial in place
 * of a power, and the same for the entries of a profile, as far as the count exceeds the expected one. Only decides
 * which rules are worth that test.
 */
export function likelyGain(
  membership: Membership,
  { family, facets, observed, expected, k }: Omit<Finding, 'p' | 'tested'>,
): number {
  const excess = Math.max(0, observed - expected);
  const columns = facets.reduce((sum, facet) => sum + 1 / countOf(membership, facet), 0);
  const entries = family.fits.reduce((sum, { degrees }) => Math.max(sum, meanCarried(degrees)), 1);
  return (excess * excess * columns * (k / facets.length)) / 2 + (excess * k * (k - 1)) / (2 * entries);
}

const carriedMeans = new WeakMap<Uint32Array, number>();

/** Mean length of the profile in which a facet is met: members weighted by the number of facets they list. */
function meanCarried(degrees: Uint32Array): number {
  let mean = carriedMeans.get(degrees);
  if (mean === undefined) {
    let sum = 0;
    let squares = 0;
    for (const degree of degrees) {
      sum += degree;
      squares += degree * degree;
    }
    mean = sum === 0 ? 1 : squares / sum;
    carriedMeans.set(degrees, mean);
  }
  return mean;
}
