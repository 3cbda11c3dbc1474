import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

/** What npm start writes down of the servers it uses; the database's URL is that of the services, not a superuser's. */
export const Running = z.object({ databaseUrl: z.string(), natsUrl: z.string() });
export type Running = z.infer<typeof Running>;

/** Where it does. */
export const runningIn = (data: string): string => join(data, 'running.json');

/** Where `npm start` keeps its data unless told otherwise. */
export const usualData = join(import.meta.dirname, '../../.warren/data');

/** What runs on a data folder now, or undefined. */
export async function readRunning(data: string): Promise<Running | undefined> {
  const text = await readFile(runningIn(data), 'utf8').catch(() => undefined);
  return text === undefined ? undefined : Running.parse(JSON.parse(text));
}
