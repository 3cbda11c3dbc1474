import type { RequestClient } from './request-client.ts';

/** As many as `members.briefs` takes. */
const batch = 500;

/**
 * Of members that an event tells to be erased, those whom member-profile does not have any more. Anybody may publish an
 * event: only whoever keeps the members can say that one is gone.
 */
export async function goneMembers(
  requests: Pick<RequestClient, 'ask'>,
  memberIds: readonly number[],
): Promise<number[]> {
  const gone: number[] = [];
  for (let start = 0; start < memberIds.length; start += batch) {
    const ids = memberIds.slice(start, start + batch);
    const { members } = await requests.ask('members.briefs', { ids });
    const there = new Set(members.map(({ id }) => id));
    gone.push(...ids.filter((id) => !there.has(id)));
  }
  return gone;
}
