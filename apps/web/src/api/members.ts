import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { z } from 'zod';
import { Member, MemberDetail, MemberPage, MemberQuery } from '@warren/contracts';
import type { MemberOrder, MemberPatch, NewMember } from '@warren/contracts';
import { ask, query } from './client.ts';
import { retryWhileUnavailable } from './query-client.ts';

/** Which members are listed: all, those who have not left, or those who have. */
export const MemberPresence = MemberQuery.shape.left.unwrap();
export type MemberPresence = z.infer<typeof MemberPresence>;

/** Query of a page of members. */
export const membersQuery = (parameters: {
  page: number;
  per_page: number;
  q?: string;
  sort?: MemberOrder;
  left?: MemberPresence;
}) =>
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

/** Adds a member. */
export async function addMember(member: NewMember): Promise<Member> {
  return ask('members', Member, { method: 'POST', json: member });
}

/** Changes the given fields of a member: '', [] or null empties one. */
export async function changeMember(id: number, fields: MemberPatch): Promise<Member> {
  return ask(`members/${id}`, Member, { method: 'PATCH', json: fields });
}

/** Erases a member for good. */
export async function eraseMember(id: number): Promise<void> {
  await ask(`members/${id}`, z.undefined(), { method: 'DELETE' });
}
