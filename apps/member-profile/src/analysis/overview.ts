import { FacetKind } from '@warren/contracts';
import type { CommunityAnalysis } from '@warren/contracts';
import type { CountedFacet } from '@warren/facets';
import { facetsOfKind } from '../community/community.ts';
import type { Community } from '../community/community.ts';

const maxShown = 20;
/** More facets are considered than shown, since those that could identify a member are left out. */
const maxConsidered = 60;

/** Candidates for the overview: the most common facets of each kind. */
interface OverviewFacets {
  common: Record<FacetKind, CountedFacet[]>;
  /** Facets of one member each. */
  unique: Record<'skill' | 'interest', CountedFacet[]>;
}

/** The most common facets of each kind, and the skills and interests of single members. */
export function overviewFacets(community: Community): OverviewFacets {
  const ofKind = new Map(FacetKind.options.map((kind) => [kind, facetsOfKind(community, kind)]));
  const common = (kind: FacetKind): CountedFacet[] => (ofKind.get(kind) ?? []).slice(0, maxConsidered);
  const unique = (kind: FacetKind): CountedFacet[] =>
    (ofKind.get(kind) ?? []).filter(({ count }) => count === 1).slice(0, maxConsidered);
  return {
    common: {
      skill: common('skill'),
      interest: common('interest'),
      looking_for: common('looking_for'),
      trait: common('trait'),
      role: common('role'),
      location: common('location'),
      theme: common('theme'),
    },
    unique: { skill: unique('skill'), interest: unique('interest') },
  };
}

/** The overview of a community, without the facets that `shows` rejects. */
export function overviewOf(
  { common, unique }: OverviewFacets,
  shows: (facet: CountedFacet) => boolean,
): Pick<
  CommunityAnalysis,
  'common_skills' | 'common_interests' | 'unique_skills' | 'unique_interests' | 'common_facets'
> {
  const first = (facets: CountedFacet[]): CountedFacet[] => facets.filter(shows).slice(0, maxShown);
  return {
    common_skills: first(common.skill).map(({ label, count }) => [label, count]),
    common_interests: first(common.interest).map(({ label, count }) => [label, count]),
    unique_skills: first(unique.skill).map(({ label }) => label),
    unique_interests: first(unique.interest).map(({ label }) => label),
    common_facets: FacetKind.options.flatMap((kind) =>
      first(common[kind]).map(({ key, label, count }) => ({ key, label, in_community: count })),
    ),
  };
}
