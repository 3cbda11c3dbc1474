import { queryOptions, useQuery } from '@tanstack/react-query';
import { LogoutReply, Me, includesRole } from '@warren/contracts';
import type { Role } from '@warren/contracts';
import { ask } from './client.ts';
import { RequestFailed } from './failure.ts';
import { meKey, retryWhileUnavailable } from './query-client.ts';

/** Query of who uses the page, and in which role. */
export const meQuery = () =>
  queryOptions({
    queryKey: [meKey],
    queryFn: async ({ signal }) => ask('me', Me, { signal }),
    staleTime: 60_000,
    refetchInterval: retryWhileUnavailable,
  });

/** Returns whether who uses the page has a role. While that is not known the server alone says what may be done. */
export function useHasRole(role: Role): boolean {
  const { data } = useQuery(meQuery());
  return data === undefined || includesRole(data.role, role);
}

/**
 * Ends the session; returns the address to open then.
 * @throws RequestFailed
 */
export async function logOut(): Promise<string> {
  const response = await fetch('/auth/logout', { method: 'POST' }).catch(() => undefined);
  const reply =
    response?.ok === true
      ? LogoutReply.safeParse(await response.json().catch(() => undefined)).data
      : undefined;
  if (reply === undefined) {
    throw new RequestFailed('problem', 'The session did not end: try again.', {
      status: response?.status ?? 0,
    });
  }
  return reply.next;
}
