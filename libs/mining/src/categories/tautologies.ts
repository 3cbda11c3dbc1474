import type { Finding } from '../significance/finding.ts';
import type { Membership } from '../membership/membership.ts';
import { sameWords } from './same-words.ts';

/**
 * Whether a finding across kinds only says one thing twice: each of its links from one kind to the other is between
 * labels of the same words, as between the role "journalist" and the interest "journalism". It may well be beyond
 * chance, and so it counts as tested and found; there is nothing to act on.
 */
export function isTautology(
  { facets: names }: Pick<Membership, 'facets'>,
  { universe, facets }: Pick<Finding, 'facets'> & { readonly universe: Pick<Finding['universe'], 'fits'> },
): boolean {
  const [first, second] = universe.fits;
  if (!first || !second) return false;
  const labels = ({ from, to }: typeof first) =>
    facets.filter((facet) => facet >= from && facet < to).map((facet) => labelOf(names[facet] ?? ''));
  const others = labels(second);
  return labels(first).every((label) => others.every((other) => sameWords(label, other)));
}

/** What a facet key says, without its kind. */
export function labelOf(key: string): string {
  return key.slice(key.indexOf(':') + 1);
}
