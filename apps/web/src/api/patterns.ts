import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { z } from 'zod';
import { FacetShare, PairOfPattern, Pattern, PatternHistory, PatternMemberPage } from '@warren/contracts';
import type { PatternPatch } from '@warren/contracts';
import { ask, query } from './client.ts';
import { retryWhileUnavailable } from './query-client.ts';

/** Filters of GET /patterns; the view's other filters select among its result. */
interface PatternsFilter {
  is_active: 'true' | 'false' | 'all';
  q?: string;
  member_id?: number;
}

/** Query of all patterns that match, as GET /patterns lists them. */
export const patternsQuery = (filter: PatternsFilter) =>
  queryOptions({
    queryKey: ['patterns', 'list', filter],
    queryFn: async ({ signal }) => ask(`patterns${query({ ...filter })}`, z.array(Pattern), { signal }),
    placeholderData: keepPreviousData,
    refetchInterval: retryWhileUnavailable,
  });

/** Query of the patterns that wait for the operator. */
export const heldPatternsQuery = queryOptions({
  queryKey: ['patterns', 'held'],
  queryFn: async ({ signal }) => ask('patterns?held=true', z.array(Pattern), { signal }),
  refetchInterval: retryWhileUnavailable,
});

/** Query of one pattern. */
export const patternQuery = (id: number) =>
  queryOptions({
    queryKey: ['patterns', 'one', id],
    queryFn: async ({ signal }) => ask(`patterns/${id}`, Pattern, { signal }),
    refetchInterval: retryWhileUnavailable,
  });

/** Query of the observations and versions of a pattern, newest first. */
export const patternHistoryQuery = (id: number) =>
  queryOptions({
    queryKey: ['patterns', 'history', id],
    queryFn: async ({ signal }) => ask(`patterns/${id}/history`, PatternHistory, { signal }),
  });

/** Query of a page of a pattern's members. */
export const patternMembersQuery = (id: number, page: number, per_page: number) =>
  queryOptions({
    queryKey: ['patterns', 'members', id, page, per_page],
    queryFn: async ({ signal }) =>
      ask(`patterns/${id}/members${query({ page, per_page })}`, PatternMemberPage, { signal }),
    placeholderData: keepPreviousData,
  });

/** Changes a pattern for the operator: name, pin, dismissal, release. */
export async function patchPattern(id: number, patch: PatternPatch): Promise<Pattern> {
  return ask(`patterns/${id}`, Pattern, { method: 'PATCH', json: patch });
}

/** Query of how common a pattern's facets are inside and outside of it. */
export const patternFacetsQuery = (id: number) =>
  queryOptions({
    queryKey: ['patterns', 'facets', id],
    queryFn: async ({ signal }) => ask(`patterns/${id}/facets`, z.array(FacetShare), { signal }),
  });

/** Query of members of a collaboration to introduce to each other. */
export const introductionsQuery = (id: number) =>
  queryOptions({
    queryKey: ['patterns', 'introductions', id],
    queryFn: async ({ signal }) => ask(`patterns/${id}/introductions`, z.array(PairOfPattern), { signal }),
  });
