import { DiscoverReply, Run, hasEnded } from '@warren/contracts';
import type { ReplayBody, RunKind, RunQuery, RunStatus } from '@warren/contracts';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { z } from 'zod';
import { ask, askWithHeaders, query } from './client.ts';
import { askAgainWhileAway } from './query-client.ts';

const atWorkMs = 2_000;
const idleMs = 10_000;

/** Runs, newest first. Asked again at a pace, since another tab, or a program, may start one. */
export const runsQuery = (asked: Partial<RunQuery> = {}) =>
  queryOptions({
    queryKey: ['runs', 'list', asked],
    queryFn: async ({ signal }) => ask(`discovery-runs${query({ ...asked })}`, z.array(Run), { signal }),
    refetchInterval: ({ state }) =>
      state.data?.some(({ status }) => !hasEnded(status)) === true ? atWorkMs : idleMs,
  });

/** A page of runs, newest first, and how many there are in all. */
export const runsPageQuery = (asked: { status?: RunStatus; limit: number; page: number }) =>
  queryOptions({
    queryKey: ['runs', 'page', asked],
    queryFn: async ({ signal }) => {
      const { body, headers } = await askWithHeaders(`discovery-runs${query({ ...asked })}`, z.array(Run), {
        signal,
      });
      return { runs: body, total: Number(headers.get('x-total-count') ?? body.length) };
    },
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) =>
      state.data?.runs.some(({ status }) => !hasEnded(status)) === true ? atWorkMs : idleMs,
  });

/** One run. */
export const runQuery = (id: number) =>
  queryOptions({
    queryKey: ['runs', 'one', id],
    queryFn: async ({ signal }) => ask(`discovery-runs/${id}`, Run, { signal }),
    refetchInterval: (query) =>
      query.state.data !== undefined && !hasEnded(query.state.data.status)
        ? atWorkMs
        : askAgainWhileAway(query),
  });

/** Starts a run and does not wait for it. `key` makes a request that is repeated start no second run. */
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

/** Starts a parked run, or one whose budget is used up, again where it stood. */
export async function replayRun(id: number, body: ReplayBody = {}): Promise<Run> {
  return ask(`discovery-runs/${id}/replay`, Run, { method: 'POST', json: body });
}
