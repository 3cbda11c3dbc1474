import { FacetShare, Introduction, Pattern, PatternHistory, PatternMemberPage } from '@warren/contracts';
import type { PatternPatch } from '@warren/contracts';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { z } from 'zod';
import { ask, query } from './client.ts';
import { askAgainWhileAway } from './query-client.ts';

/** Which patterns the server is asked for; the rest of the view's filters pick among what came. */
export interface PatternsAsked {
  is_active: 'true' | 'false' | 'all';
  q?: string;
  member_id?: number;
}

/** Every pattern that fits, as GET /patterns lists them. */
export const patternsQuery = (asked: PatternsAsked) =>
  queryOptions({
    queryKey: ['patterns', 'list', asked],
    queryFn: async ({ signal }) => ask(`patterns${query({ ...asked })}`, z.array(Pattern), { signal }),
    placeholderData: keepPreviousData,
    refetchInterval: askAgainWhileAway,
  });

/** One pattern. */
export const patternQuery = (id: number) =>
  queryOptions({
    queryKey: ['patterns', 'one', id],
    queryFn: async ({ signal }) => ask(`patterns/${id}`, Pattern, { signal }),
    refetchInterval: askAgainWhileAway,
  });

/** What runs have measured of a pattern, and its versions; newest first. */
export const patternHistoryQuery = (id: number) =>
  queryOptions({
    queryKey: ['patterns', 'history', id],
    queryFn: async ({ signal }) => ask(`patterns/${id}/history`, PatternHistory, { signal }),
  });

/** A page of a pattern's members. */
export const patternMembersQuery = (id: number, page: number, per_page: number) =>
  queryOptions({
    queryKey: ['patterns', 'members', id, page, per_page],
    queryFn: async ({ signal }) =>
      ask(`patterns/${id}/members${query({ page, per_page })}`, PatternMemberPage, { signal }),
    placeholderData: keepPreviousData,
  });

/** The operator's word on a pattern. */
export async function patchPattern(id: number, patch: PatternPatch): Promise<Pattern> {
  return ask(`patterns/${id}`, Pattern, { method: 'PATCH', json: patch });
}

/** How common a pattern's facets are inside and outside of it. */
export const patternFacetsQuery = (id: number) =>
  queryOptions({
    queryKey: ['patterns', 'facets', id],
    queryFn: async ({ signal }) => ask(`patterns/${id}/facets`, z.array(FacetShare), { signal }),
  });

/** Members of a collaboration to introduce to each other. */
export const introductionsQuery = (id: number) =>
  queryOptions({
    queryKey: ['patterns', 'introductions', id],
    queryFn: async ({ signal }) => ask(`patterns/${id}/introductions`, z.array(Introduction), { signal }),
  });
