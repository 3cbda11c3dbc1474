import { setTimeout as delay } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { clientAt, countsOf } from './client.ts';

/** What an attacker does, in a thread of its own, so that it does not slow the client that is measured. */
export const Attack = z.object({
  api: z.string(),
  /** address that it connects from */
  address: z.string(),
  count: z.int(),
  seconds: z.number(),
  path: z.string(),
  method: z.enum(['GET', 'POST']),
  headers: z.record(z.string(), z.string()),
  /** leaves the answers open, as those of event streams */
  open: z.boolean(),
});
export type Attack = z.infer<typeof Attack>;

const { api, address, count, seconds, path, ...options } = Attack.parse(workerData);
const client = clientAt(address, api);
const sent = Array.from({ length: count }, async () => client.send(path, options));
await delay(seconds * 1_000);
const answers = await Promise.all(sent);
answers.forEach((answer) => answer.close());
parentPort?.postMessage(countsOf(answers.map(({ status }) => status)));
