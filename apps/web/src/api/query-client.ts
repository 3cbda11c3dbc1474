import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { RequestFailed, isTransient } from './failure.ts';

/** Key of the query of who uses the page. */
export const meKey = 'me';

/** Where nobody is known any more, as a session has ended, the page finds that out and offers a login. */
function askWhoThatIs(error: unknown): void {
  if (error instanceof RequestFailed && error.status === 401) {
    void queryClient.invalidateQueries({ queryKey: [meKey] });
  }
}

/** Cache of query results. Queries that fail because a service is unavailable are retried. */
export const queryClient: QueryClient = new QueryClient({
  queryCache: new QueryCache({
    onError: (error, query) => {
      if (query.queryKey[0] !== meKey) {
        askWhoThatIs(error);
      }
    },
  }),
  mutationCache: new MutationCache({ onError: askWhoThatIs }),
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
