import type { Member, MemberBrief, MemberFacet } from '@warren/contracts';
import type { MemberRow } from './member.entity.ts';

/** Converts a stored member for messages and REST. */
export function toMember(row: MemberRow): Member {
  return {
    id: row.id,
    external_id: row.externalId ?? null,
    email: row.email ?? null,
    first_name: row.firstName,
    last_name: row.lastName,
    bio: row.bio,
    role: row.role,
    company: row.company,
    location: row.location,
    website: row.website,
    urls: row.urls,
    roles: row.roles,
    skills: row.skills,
    interests: row.interests,
    looking_for: row.lookingFor,
    all_traits: row.allTraits,
    prompt_responses: row.promptResponses,
    membership_status: row.membershipStatus,
    is_public: row.isPublic,
    consents: row.consents,
    created_at: row.createdAt.toISOString(),
    updated_at: row.updatedAt.toISOString(),
  };
}

/** Converts a stored member for a pattern's list of members. */
export function toBrief(row: MemberRow, quotes: Quotes): MemberBrief {
  return {
    id: row.id,
    first_name: row.firstName,
    last_name: row.lastName,
    role: row.role,
    facets: toFacets(row, quotes),
  };
}

/** The sentences in which members wrote facets that they do not list, by key; of a theme the one that was coded. */
export type Quotes = ReadonlyMap<string, string>;

type FacetsOfRow = Pick<MemberRow, 'facets' | 'facetLabels'> &
  Partial<Pick<MemberRow, 'themes' | 'themeLabels'>>;

/** The facets of a stored member, with labels as this member wrote them. */
export function toFacets(
  { facets, facetLabels, themes = [], themeLabels = [] }: FacetsOfRow,
  quotes: Quotes = new Map<string, string>(),
): MemberFacet[] {
  const labels = [...facetLabels, ...themeLabels];
  return [...facets, ...themes].map((key, at) => {
    const quote = quotes.get(key);
    return { key, label: labels[at] ?? key, ...(quote === undefined ? {} : { quote }) };
  });
}
