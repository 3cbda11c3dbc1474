import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { Theme, ThemeDetail, ThemeList } from '@warren/contracts';
import type { ThemePatch } from '@warren/contracts';
import { ask, query } from './client.ts';
import { retryWhileUnavailable } from './query-client.ts';

/** Query of the themes, those of most members first. */
export const themesQuery = (filter: { dismissed?: 'true' }) =>
  queryOptions({
    queryKey: ['themes', 'list', filter],
    queryFn: async ({ signal }) => ask(`themes${query(filter)}`, ThemeList, { signal }),
    placeholderData: keepPreviousData,
    refetchInterval: retryWhileUnavailable,
  });

/** Query of one theme with its codes. */
export const themeQuery = (id: number) =>
  queryOptions({
    queryKey: ['themes', 'one', id],
    queryFn: async ({ signal }) => ask(`themes/${id}`, ThemeDetail, { signal }),
    refetchInterval: retryWhileUnavailable,
  });

/** Dismisses or merges a theme, or takes that back. */
export async function patchTheme(id: number, patch: ThemePatch): Promise<Theme> {
  return ask(`themes/${id}`, Theme, { method: 'PATCH', json: patch });
}
