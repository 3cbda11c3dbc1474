import { CommunityAnalysis } from '@warren/contracts';
import { queryOptions } from '@tanstack/react-query';
import { ask } from './client.ts';

/** What an analyst sees of the whole membership. It may take a while after members have changed. */
export const analysisQuery = () =>
  queryOptions({
    queryKey: ['community', 'analysis'],
    queryFn: async ({ signal }) => ask('community/analysis', CommunityAnalysis, { signal }),
    staleTime: 60_000,
  });
