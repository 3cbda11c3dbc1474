import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';
import type { PlannedRequest } from './schedule.ts';

/** An accepted run, as the API's answer described it. */
export interface Accepted {
  runId: number;
  key: string | undefined;
  at: number;
}

const Reply = z.looseObject({ run_id: z.int() });
const retryForMs = 60_000;
const requestTimeoutMs = 15_000;
const retryEveryMs = 300;

/** Clients of the REST API, and the runs that were accepted. */
export interface Clients {
  accepted: Accepted[];
  /** Sends a request; one with a key is retried until it is accepted. */
  send(request: PlannedRequest): Promise<void>;
  /** Starts a parked run again. @returns whether it was accepted */
  replay(runId: number): Promise<boolean>;
}

/** Clients of the API at a base URL. */
export function startClients(api: string): Clients {
  const accepted: Accepted[] = [];
  let imported = 0;

  const post = async (path: string, init: RequestInit): Promise<{ status: number; body: unknown }> => {
    const response = await fetch(`${api}/${path}`, {
      method: 'POST',
      signal: AbortSignal.timeout(requestTimeoutMs),
      ...init,
    });
    return { status: response.status, body: await response.json() };
  };
  const sendOnce = async ({ what, key }: PlannedRequest): Promise<boolean> => {
    const headers = { prefer: 'respond-async', ...(key !== undefined && { 'idempotency-key': key }) };
    const { status, body } = await post(`patterns/${what}`, { headers });
    if (status !== 202 && status !== 200) {
      return false;
    }
    accepted.push({ runId: Reply.parse(body).run_id, key, at: Date.now() });
    return true;
  };
  const sendUntilAccepted = async (request: PlannedRequest): Promise<void> => {
    const until = Date.now() + retryForMs;
    while (!(await sendOnce(request).catch(() => false)) && request.key !== undefined && Date.now() < until) {
      await delay(retryEveryMs);
    }
  };
  const importOne = async (): Promise<void> => {
    imported += 1;
    const member = {
      external_id: `chaos-${imported}`,
      first_name: 'Ada',
      last_name: `Newcomer${imported}`,
      skills: ['Fermentation', 'Welding'],
      interests: ['Astronomy'],
    };
    await post('members/import', {
      headers: { 'content-type': 'application/x-ndjson' },
      body: JSON.stringify(member),
    }).catch(() => undefined);
  };
  return {
    accepted,
    send: async (request) => {
      if (request.what === 'import') {
        await importOne();
      } else {
        await Promise.all([
          sendUntilAccepted(request),
          ...(request.twice ? [sendUntilAccepted(request)] : []),
        ]);
      }
    },
    replay: async (runId) => (await post(`discovery-runs/${runId}/replay`, {})).status === 200,
  };
}
