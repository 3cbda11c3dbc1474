import type { CommunityAnalysis, FacetKind } from '@warren/contracts';
import type { CountedFacet } from '@warren/facets';
import type { Membership } from '@warren/mining';

/** Immutable snapshot of the analysed members at one revision. */
export interface Community {
  readonly revision: number;
  readonly membership: Membership;
  /** Facet key → the spelling most members use. */
  readonly labels: ReadonlyMap<string, string>;
  /** Keys of the facets that take no part in tests beyond chance. */
  readonly untested: ReadonlySet<string>;
  readonly completion: CommunityAnalysis['field_completion_rates'];
}

/** Number of members who carry the facet at an index of the membership's list. */
export function countAt({ carrierStarts }: Membership, index: number): number {
  return (carrierStarts[index + 1] ?? 0) - (carrierStarts[index] ?? 0);
}

/** A facet's label, or its folded label if no analysed member carries the facet. */
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

/** The facets of a kind, most common first, then by label. */
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

/** Compares by code units, independently of the machine's locale. */
export function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
