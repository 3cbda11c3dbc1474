import type { MemberFacet } from '@warren/contracts';
import type { RequestClient } from '@warren/messaging';

/** Members of one request. */
const batch = 25;

/** The facets of members by their keys, as profiles show them; members who are not analysed have none. */
export async function facetsCarried(
  requests: RequestClient,
  memberIds: readonly number[],
  signal?: AbortSignal,
): Promise<ReadonlyMap<number, ReadonlyMap<string, MemberFacet>>> {
  const ids = [...new Set(memberIds)];
  const carried = new Map<number, Map<string, MemberFacet>>();
  for (let from = 0; from < ids.length; from += batch) {
    const member_ids = ids.slice(from, from + batch);
    const { profiles } = await requests.ask('community.profiles', { member_ids, limit: batch }, { signal });
    for (const { member_id, facets } of profiles) {
      carried.set(member_id, new Map(facets.map(({ key, label }) => [key, { key, label }])));
    }
  }
  return carried;
}
