import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { Introduction, IntroductionPage } from '@warren/contracts';
import type { IntroductionPatch, IntroductionState } from '@warren/contracts';
import { ask, query } from './client.ts';
import { retryWhileUnavailable } from './query-client.ts';

/** Query of a page of introductions, greatest need first. */
export const introductionsPageQuery = (filter: {
  page: number;
  per_page: number;
  state?: IntroductionState;
  outdated?: 'true';
  held?: 'true';
}) =>
  queryOptions({
    queryKey: ['introductions', 'list', filter],
    queryFn: async ({ signal }) => ask(`introductions${query(filter)}`, IntroductionPage, { signal }),
    placeholderData: keepPreviousData,
    refetchInterval: retryWhileUnavailable,
  });

/** Says what came of an introduction. */
export async function patchIntroduction(id: number, patch: IntroductionPatch): Promise<Introduction> {
  return ask(`introductions/${id}`, Introduction, { method: 'PATCH', json: patch });
}
