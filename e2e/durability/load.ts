import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';
import type { System } from '@warren/testing';

/** Clients of the REST API that send sequential requests to any gateway that accepts them. */
export interface Load {
  /** Like `System.call`, through the current gateways. */
  readonly call: System['call'];
  /** Number of requests answered so far. */
  answered(): number;
  /** The runs that were accepted. */
  accepted(): readonly number[];
  /** Every answer from 500 upwards, and every request that no gateway accepted for 10 s. */
  failures(): readonly string[];
  stop(): Promise<void>;
}

const Accepted = z.looseObject({ run_id: z.int() });
const pauseMs = 50;
const writesEveryMs = 2_500;
const acceptedWithinMs = 10_000;

/** Starts the clients: two that read, one that starts discoveries, one that waits for them, one that imports. */
export function startLoad(gateways: () => readonly string[]): Load {
  const accepted: number[] = [];
  const failures: string[] = [];
  let answered = 0;
  let stopping = false;

  /** Sends a request to the next gateway if the connection is refused or breaks off before the answer. */
  const call: System['call'] = async (path, init = {}) => {
    const until = performance.now() + acceptedWithinMs;
    for (let attempt = 0; ; attempt += 1) {
      const urls = gateways();
      try {
        const response = await fetch(`${urls[attempt % urls.length]}/${path}`, init);
        return { status: response.status, body: await response.json(), headers: response.headers };
      } catch (error) {
        if (performance.now() > until) {
          throw error;
        }
        await delay(pauseMs);
      }
    }
  };
  const counted = async (path: string, init?: RequestInit): Promise<unknown> => {
    const { status, body } = await call(path, init);
    answered += 1;
    if (status >= 500) {
      failures.push(`${init?.method ?? 'GET'} ${path}: ${status} ${JSON.stringify(body)}`);
    }
    return body;
  };
  const read = async (path: string): Promise<void> => {
    await counted(path);
  };
  const repeat = async (work: () => Promise<void>): Promise<void> => {
    while (!stopping) {
      await work().catch((error: unknown) => failures.push(String(error)));
      await delay(pauseMs);
    }
  };
  const requestRun = async (prefer: string): Promise<void> => {
    // Under a key, a repeated request is the same request.
    const headers = { prefer, 'idempotency-key': randomUUID() };
    const body = Accepted.safeParse(await counted('patterns/discover', { method: 'POST', headers }));
    if (body.success) {
      accepted.push(body.data.run_id);
    }
    await delay(writesEveryMs);
  };
  const importOne = async (): Promise<void> => {
    const member = { external_id: 'under-load', first_name: 'Ada', bio: randomUUID(), is_public: false };
    const headers = { 'content-type': 'application/x-ndjson' };
    await counted('members/import', { method: 'POST', headers, body: JSON.stringify(member) });
    await delay(writesEveryMs);
  };
  const clients = [
    repeat(async () => read('patterns')),
    repeat(async () => read('members?per_page=5')),
    repeat(async () => requestRun('respond-async')),
    repeat(async () => requestRun('wait=2')),
    repeat(importOne),
  ];
  return {
    call,
    answered: () => answered,
    accepted: () => accepted,
    failures: () => failures,
    stop: async () => {
      stopping = true;
      await Promise.all(clients);
    },
  };
}
