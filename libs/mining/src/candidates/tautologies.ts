import { labelOf } from '../membership/facet-keys.ts';
import type { Membership } from '../membership/membership.ts';
import type { Finding } from '../significance/finding.ts';
import { sameWords } from './same-words.ts';

/**
 * Returns whether a finding across kinds is a tautology: each of its links between the kinds joins labels of the same
 * words, as the role "journalist" and the interest "journalism". It may well be beyond chance and counts as tested and
 * found, but gives an operator nothing to act on.
 */
export function isTautology(
  { facets: names }: Pick<Membership, 'facets'>,
  { family, facets }: Pick<Finding, 'facets'> & { readonly family: Pick<Finding['family'], 'fits'> },
): boolean {
  const [first, second] = family.fits;
  if (!first || !second) {
    return false;
  }
  const labels = ({ from, to }: typeof first) =>
    facets.filter((facet) => facet >= from && facet < to).map((facet) => labelOf(names[facet] ?? ''));
  const others = labels(second);
  return labels(first).every((label) => others.every((other) => sameWords(label, other)));
}
