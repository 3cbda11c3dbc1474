import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';
import type { Ask } from './schedule.ts';

/** What a client was told: this run is accepted. */
export type Accepted = { runId: number; key: string | undefined; at: number };

const Reply = z.looseObject({ run_id: z.int() });
const patienceMs = 60_000;
const answerMs = 15_000;
const againMs = 300;

/** Clients of the REST API, with a book of what they were told. */
export type Clients = {
  accepted: Accepted[];
  /** Asks and, under a key, asks again until it is told something. */
  ask(ask: Ask): Promise<void>;
  /** Starts a parked run again. @returns whether that was granted */
  replay(runId: number): Promise<boolean>;
};

/** Clients of the API at a base URL. */
export function startClients(api: string): Clients {
  const accepted: Accepted[] = [];
  let imported = 0;

  const post = async (path: string, init: RequestInit): Promise<{ status: number; body: unknown }> => {
    const response = await fetch(`${api}/${path}`, {
      method: 'POST',
      signal: AbortSignal.timeout(answerMs),
      ...init,
    });
    return { status: response.status, body: await response.json() };
  };
  const wish = async ({ what, key }: Ask): Promise<boolean> => {
    const headers = { prefer: 'respond-async', ...(key !== undefined && { 'idempotency-key': key }) };
    const { status, body } = await post(`patterns/${what}`, { headers });
    if (status !== 202 && status !== 200) {
      return false;
    }
    accepted.push({ runId: Reply.parse(body).run_id, key, at: Date.now() });
    return true;
  };
  const insist = async (ask: Ask): Promise<void> => {
    const until = Date.now() + patienceMs;
    while (!(await wish(ask).catch(() => false)) && ask.key !== undefined && Date.now() < until) {
      await delay(againMs);
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
    ask: async (ask) => {
      if (ask.what === 'import') await importOne();
      else await Promise.all([insist(ask), ...(ask.twice ? [insist(ask)] : [])]);
    },
    replay: async (runId) => (await post(`discovery-runs/${runId}/replay`, {})).status === 200,
  };
}
