import { queryOptions } from '@tanstack/react-query';
import { ImportList, UndoReport } from '@warren/contracts';
import { ask } from './client.ts';
import { retryWhileUnavailable } from './query-client.ts';

const runningPollMs = 2_000;

/** Query of the imports, newest first. Polls while one is running. */
export const importsQuery = () =>
  queryOptions({
    queryKey: ['imports'],
    queryFn: async ({ signal }) => ask('imports', ImportList, { signal }),
    refetchInterval: (query) =>
      query.state.data?.imports.some(({ state }) => state === 'running') === true
        ? runningPollMs
        : retryWhileUnavailable(query),
  });

/** Undoes an import. */
export async function undoImport(id: string): Promise<UndoReport> {
  return ask(`imports/${encodeURIComponent(id)}/undo`, UndoReport, { method: 'POST' });
}
