import { queryOptions } from '@tanstack/react-query';
import { CommunityAnalysis, CommunityDemand, CommunityName, FacetNetwork } from '@warren/contracts';
import { ask } from './client.ts';
import { retryWhileUnavailable } from './query-client.ts';

/** Query of the name of the community. */
export const communityNameQuery = () =>
  queryOptions({
    queryKey: ['community', 'name'],
    queryFn: async ({ signal }) => ask('community/name', CommunityName, { signal }),
    staleTime: 60_000,
    refetchInterval: retryWhileUnavailable,
  });

/** Query of the community analysis. It may take a while after members have changed. */
export const analysisQuery = () =>
  queryOptions({
    queryKey: ['community', 'analysis'],
    queryFn: async ({ signal }) => ask('community/analysis', CommunityAnalysis, { signal }),
    staleTime: 60_000,
    refetchInterval: retryWhileUnavailable,
  });

/** Query of the facet network. It is part of the analysis, so as slow as that. */
export const networkQuery = () =>
  queryOptions({
    queryKey: ['community', 'network'],
    queryFn: async ({ signal }) => ask('community/network', FacetNetwork, { signal }),
    staleTime: 60_000,
    refetchInterval: retryWhileUnavailable,
  });

/** Query of demand: what members look for, and how many have it. */
export const demandQuery = () =>
  queryOptions({
    queryKey: ['community', 'demand'],
    queryFn: async ({ signal }) => ask('community/demand', CommunityDemand, { signal }),
    staleTime: 60_000,
    refetchInterval: retryWhileUnavailable,
  });
