import { QueryClient } from '@tanstack/react-query';
import { isTransient } from './failure.ts';

/** Cache of query results. Queries that fail because a service is unavailable are retried. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      // the page talks to its own server, whether or not the machine is on the internet
      networkMode: 'always',
      retry: (failures, error) => isTransient(error) && failures < 3,
      retryDelay: (attempt) => Math.min(4_000, 500 * 2 ** attempt),
    },
    mutations: { networkMode: 'always' },
  },
});

/** Refetch interval of a query: polls while its last error is transient. */
export function retryWhileUnavailable(query: { state: { error: unknown } }): number | false {
  return isTransient(query.state.error) ? 3_000 : false;
}
