import { MemberDetail, MemberPage } from '@warren/contracts';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { z } from 'zod';
import { ask, query } from './client.ts';
import { askAgainWhileAway } from './query-client.ts';

/** A page of members. */
export const membersQuery = (asked: { page: number; per_page: number; q?: string }) =>
  queryOptions({
    queryKey: ['members', 'list', asked],
    queryFn: async ({ signal }) => ask(`members${query(asked)}`, MemberPage, { signal }),
    placeholderData: keepPreviousData,
    refetchInterval: askAgainWhileAway,
  });

/** One member, with facets and patterns. */
export const memberQuery = (id: number) =>
  queryOptions({
    queryKey: ['members', 'one', id],
    queryFn: async ({ signal }) => ask(`members/${id}`, MemberDetail, { signal }),
    refetchInterval: askAgainWhileAway,
  });

/** Erases a member for good. */
export async function eraseMember(id: number): Promise<void> {
  await ask(`members/${id}`, z.undefined(), { method: 'DELETE' });
}
