import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { z } from 'zod';
import { MemberDetail, MemberPage } from '@warren/contracts';
import { ask, query } from './client.ts';
import { retryWhileUnavailable } from './query-client.ts';

/** Query of a page of members. */
export const membersQuery = (parameters: { page: number; per_page: number; q?: string }) =>
  queryOptions({
    queryKey: ['members', 'list', parameters],
    queryFn: async ({ signal }) => ask(`members${query(parameters)}`, MemberPage, { signal }),
    placeholderData: keepPreviousData,
    refetchInterval: retryWhileUnavailable,
  });

/** Query of one member, with facets and patterns. */
export const memberQuery = (id: number) =>
  queryOptions({
    queryKey: ['members', 'one', id],
    queryFn: async ({ signal }) => ask(`members/${id}`, MemberDetail, { signal }),
    refetchInterval: retryWhileUnavailable,
  });

/** Erases a member for good. */
export async function eraseMember(id: number): Promise<void> {
  await ask(`members/${id}`, z.undefined(), { method: 'DELETE' });
}
