import type { CommunityAnalysis, FacetKind } from '@warren/contracts';
import type { Membership } from '@warren/mining';
import type { CountedFacet } from '@warren/facets';

/** The analysed members as they were at one revision; nothing in it changes any more. */
export interface Community {
  readonly revision: number;
  readonly membership: Membership;
  /** Facet key → the spelling most members use. */
  readonly labels: ReadonlyMap<string, string>;
  readonly completion: CommunityAnalysis['field_completion_rates'];
}

/** How many members of a community carry the facet at a place of its list. */
export function countAt({ carrierStarts }: Membership, place: number): number {
  return (carrierStarts[place + 1] ?? 0) - (carrierStarts[place] ?? 0);
}

/** A facet's label, and the folded label where nobody analysed carries the facet. */
export function labelOf(community: Pick<Community, 'labels'>, key: string): string {
  return community.labels.get(key) ?? key.slice(key.indexOf(':') + 1);
}

/** Every facet of a community, in the order of its keys. */
export function countedFacets(community: Community): CountedFacet[] {
  const { membership } = community;
  return membership.facets.map((key, place) => ({
    key,
    label: labelOf(community, key),
    count: countAt(membership, place),
  }));
}

/** The facets of a kind, the most common first, equal ones by label. */
export function facetsOfKind(community: Community, kind: FacetKind): CountedFacet[] {
  const { membership } = community;
  return membership.facets
    .flatMap((key, place) =>
      key.startsWith(`${kind}:`)
        ? [{ key, label: labelOf(community, key), count: countAt(membership, place) }]
        : [],
    )
    .sort((a, b) => b.count - a.count || byCodeUnit(a.label, b.label));
}

/** An order that does not hang on the machine's language. */
export function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
