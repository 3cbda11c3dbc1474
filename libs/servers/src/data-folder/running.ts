import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { portInUse } from '../ports.ts';
import { stillRuns } from '../process-identity.ts';
import { isSameName } from './community-name.ts';

/** Record of the servers that npm start uses; the database URL is that of the operator's role, not a superuser's nor a service's. */
const Running = z.object({
  databaseUrl: z.string(),
  /** without a user where the server is one of ours */
  natsUrl: z.string(),
  /** variables with which commands connect to NATS, where they are more than that */
  nats: z.record(z.string(), z.string()).optional(),
  /** address for programs outside that read with durable consumers, with its user */
  natsConsumerUrl: z.string().optional(),
  /** the community that it was started with; none with a database of the operator's that has no name */
  community: z.object({ name: z.string(), sample: z.boolean() }).optional(),
});
export type Running = z.infer<typeof Running>;

const Starter = z.object({ starter: z.object({ pid: z.int(), started: z.string() }).optional() });

/** File of that record. */
export const runningIn = (data: string): string => join(data, 'running.json');

/** Default data folder of `npm start`. */
export const usualData = join(import.meta.dirname, '../../../../.warren/data');

/** File of the sample's members. */
export const usualMembers = join(import.meta.dirname, '../../../../samples/brindlewick.ndjson');

/** Returns the name of the database in a URL. */
export const databaseOf = (databaseUrl: string): string =>
  decodeURIComponent(new URL(databaseUrl).pathname.slice(1));

/** Returns the servers that run on a data folder now, or undefined; ignores the record of a start that was killed. */
export async function readRunning(data: string): Promise<Running | undefined> {
  const text = await readFile(runningIn(data), 'utf8').catch(() => undefined);
  if (text === undefined) {
    return undefined;
  }
  const note: unknown = JSON.parse(text);
  const running = Running.parse(note);
  const { starter } = Starter.parse(note);
  const runs = starter === undefined ? answers(running.databaseUrl) : stillRuns(starter);
  return (await runs) ? running : undefined;
}

/**
 * Returns them.
 * @param community name of the one that must run, if any
 * @throws where nothing runs on the data folder, naming the variables for other servers, or another community does
 */
export async function mustRun(data: string, variables: string, community?: string): Promise<Running> {
  const running = await readRunning(data);
  if (running !== undefined) {
    const name = running.community?.name ?? '';
    if (community !== undefined && !isSameName(name, community)) {
      throw new Error(
        `npm start runs on ${data} with "${name}", not "${community}": start that one, npm start -- --community "${community}".`,
      );
    }
    return running;
  }
  throw new Error(
    `npm start does not run on ${data}: start it, name its data folder with --data, or set ${variables}.`,
  );
}

/** For the record of an older version, which does not name its process. */
async function answers(databaseUrl: string): Promise<boolean> {
  const { hostname, port } = new URL(databaseUrl);
  return hostname !== '127.0.0.1' || portInUse(Number(port || 5432));
}
