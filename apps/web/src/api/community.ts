import { CommunityAnalysis, CommunityDemand, FacetNetwork } from '@warren/contracts';
import { queryOptions } from '@tanstack/react-query';
import { ask } from './client.ts';
import { askAgainWhileAway } from './query-client.ts';

/** What an analyst sees of the whole membership. It may take a while after members have changed. */
export const analysisQuery = () =>
  queryOptions({
    queryKey: ['community', 'analysis'],
    queryFn: async ({ signal }) => ask('community/analysis', CommunityAnalysis, { signal }),
    staleTime: 60_000,
    refetchInterval: askAgainWhileAway,
  });

/** How the most telling facets hang together. It is part of the analysis, so as slow as that. */
export const networkQuery = () =>
  queryOptions({
    queryKey: ['community', 'network'],
    queryFn: async ({ signal }) => ask('community/network', FacetNetwork, { signal }),
    staleTime: 60_000,
    refetchInterval: askAgainWhileAway,
  });

/** What is sought against what is there. */
export const demandQuery = () =>
  queryOptions({
    queryKey: ['community', 'demand'],
    queryFn: async ({ signal }) => ask('community/demand', CommunityDemand, { signal }),
    staleTime: 60_000,
    refetchInterval: askAgainWhileAway,
  });
