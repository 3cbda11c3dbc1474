import { QueryClient } from '@tanstack/react-query';
import { mayPass } from './failure.ts';

/** What has been asked for, kept while it is fresh. A service that is away comes back: such a question is asked again. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      // the page talks to its own server, whether or not the machine is on the internet
      networkMode: 'always',
      retry: (failures, error) => mayPass(error) && failures < 3,
      retryDelay: (attempt) => Math.min(4_000, 500 * 2 ** attempt),
    },
    mutations: { networkMode: 'always' },
  },
});

/** A view that failed because nobody answered looks again at this pace, until somebody does. */
export function askAgainWhileAway(query: { state: { error: unknown } }): number | false {
  return mayPass(query.state.error) ? 3_000 : false;
}
