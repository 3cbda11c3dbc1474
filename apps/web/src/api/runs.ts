import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { z } from 'zod';
import { DiscoverReply, Run, hasEnded } from '@warren/contracts';
import type { ReplayBody, RunKind, RunQuery, RunStatus } from '@warren/contracts';
import { ask, askWithHeaders, query } from './client.ts';
import { retryWhileUnavailable } from './query-client.ts';

const runningPollMs = 2_000;
const idlePollMs = 10_000;

/** Query of runs, newest first. Polls, since another tab, or a program, may start one. */
export const runsQuery = (filter: Partial<RunQuery> = {}) =>
  queryOptions({
    queryKey: ['runs', 'list', filter],
    queryFn: async ({ signal }) => ask(`discovery-runs${query({ ...filter })}`, z.array(Run), { signal }),
    refetchInterval: ({ state }) =>
      state.data?.some(({ status }) => !hasEnded(status)) === true ? runningPollMs : idlePollMs,
  });

/** Query of a page of runs, newest first, with their total number. */
export const runsPageQuery = (filter: { status?: RunStatus; limit: number; page: number }) =>
  queryOptions({
    queryKey: ['runs', 'page', filter],
    queryFn: async ({ signal }) => {
      const { body, headers } = await askWithHeaders(`discovery-runs${query({ ...filter })}`, z.array(Run), {
        signal,
      });
      return { runs: body, total: Number(headers.get('x-total-count') ?? body.length) };
    },
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) =>
      state.data?.runs.some(({ status }) => !hasEnded(status)) === true ? runningPollMs : idlePollMs,
  });

/** Query of one run. */
export const runQuery = (id: number) =>
  queryOptions({
    queryKey: ['runs', 'one', id],
    queryFn: async ({ signal }) => ask(`discovery-runs/${id}`, Run, { signal }),
    refetchInterval: (query) =>
      query.state.data !== undefined && !hasEnded(query.state.data.status)
        ? runningPollMs
        : retryWhileUnavailable(query),
  });

/** Starts a run without waiting for it. `key` is the idempotency key of the request. */
export async function startRun(
  kind: RunKind,
  focus_areas: readonly string[],
  key: string,
): Promise<DiscoverReply> {
  return ask(`patterns/${kind}`, DiscoverReply, {
    method: 'POST',
    json: { focus_areas },
    headers: { prefer: 'respond-async', 'idempotency-key': key },
  });
}

/** Stops a run before its next step. */
export async function cancelRun(id: number): Promise<Run> {
  return ask(`discovery-runs/${id}/cancel`, Run, { method: 'POST' });
}

/** Resumes a parked run, or one whose budget is used up. */
export async function replayRun(id: number, body: ReplayBody = {}): Promise<Run> {
  return ask(`discovery-runs/${id}/replay`, Run, { method: 'POST', json: body });
}
