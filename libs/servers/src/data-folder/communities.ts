import { readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { codeOf } from '../error-code.ts';
import { writePrivately } from '../private-files.ts';
import {
  databaseOfCommunity,
  databaseOfPath,
  isSameName,
  readablePartOf,
  sampleName,
} from './community-name.ts';
import { nameOfFile } from './name-of-file.ts';
import { usualMembers } from './running.ts';

const Community = z.object({
  name: z.string(),
  /** its database, and the name of its folders of streams, uploads, logs and erasures */
  database: z.string(),
  /** whether it is the sample, of made-up people */
  sample: z.boolean(),
  /** whether somebody gave it this name; false where it follows from a file's */
  named: z.boolean(),
});
/** A community of a data folder. */
export type Community = Readonly<z.infer<typeof Community>>;

const Communities = z.object({ communities: z.array(Community) });

const fileIn = (data: string): string => join(data, 'communities.json');

/**
 * Reads the communities of a data folder, the one used last first; none where the folder has no list yet.
 * @throws Error if the list is damaged, saying what to do
 */
export async function readCommunities(data: string): Promise<Community[]> {
  const file = fileIn(data);
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') {
      return undefined;
    }
    throw error;
  });
  if (text === undefined) {
    return [];
  }
  try {
    return Communities.parse(JSON.parse(text)).communities;
  } catch (error) {
    throw new Error(
      `${file} cannot be read. Move it away: the next start lists the communities again, by the names of their databases.`,
      { cause: error },
    );
  }
}

/** Writes the list of communities, whole or not at all. */
export async function writeCommunities(data: string, communities: readonly Community[]): Promise<void> {
  await writePrivately(fileIn(data), `${JSON.stringify({ communities }, null, 2)}\n`);
}

/** Puts a community first, as the one used last, in place of the one with its database. */
export const withLatest = (communities: readonly Community[], latest: Community): Community[] => [
  latest,
  ...communities.filter(({ database }) => database !== latest.database),
];

/** The community of this name, however it is spelled; of a list that was lost, by its database. */
export const communityNamed = (communities: readonly Community[], name: string): Community | undefined =>
  communities.find((community) => isSameName(community.name, name)) ??
  communities.find(({ named, database }) => !named && database === databaseOfCommunity(name));

/** The community that `npm start` opens by itself: the one used last, but the sample only where there is no other. */
export const usualCommunity = (communities: readonly Community[]): Community | undefined =>
  communities.find(({ sample }) => !sample) ?? communities[0];

/**
 * A community that is in no list yet, with a database of its own: one that was renamed keeps that of its first name.
 * @param others all communities of the folder
 */
export function newCommunity(others: readonly Community[], name: string, named = true): Community {
  const isTaken = (database: string): boolean => others.some((other) => other.database === database);
  let database = databaseOfCommunity(name);
  for (let attempt = 2; isTaken(database); attempt += 1) {
    database = databaseOfCommunity(`${name} ${attempt}`);
  }
  return { name, database, sample: isSameName(name, sampleName), named };
}

/**
 * Lists the communities of a data folder. Databases that are in no list, of an earlier version, which kept one for each
 * members' file, get the name of their file, and follow in the order of their last start.
 * @param databases names of all databases of the folder's PostgreSQL
 */
export async function listCommunities(data: string, databases: readonly string[]): Promise<Community[]> {
  const known = await readCommunities(data);
  const unknown = databases.filter(
    (name) => readablePartOf(name) !== undefined && known.every(({ database }) => database !== name),
  );
  const used = new Map<string, number>();
  for (const name of unknown) {
    used.set(name, await lastStart(data, name));
  }
  const communities = withDatabases(
    known,
    unknown.toSorted((a, b) => (used.get(b) ?? 0) - (used.get(a) ?? 0)),
  );
  if (communities.length > known.length) {
    await writeCommunities(data, communities);
  }
  return communities;
}

/** Time of the last start with a database: its logs are made anew then. */
async function lastStart(data: string, database: string): Promise<number> {
  const log = await stat(join(data, 'logs', database, 'gateway.log')).catch(() => undefined);
  return log?.mtimeMs ?? 0;
}

/** Adds databases of earlier versions to a list; of two samples (of a moved checkout), only the first. */
export function withDatabases(known: readonly Community[], databases: readonly string[]): Community[] {
  const communities = [...known];
  for (const database of databases) {
    if (!isOfSample(database)) {
      communities.push({ name: freeName(communities, database), database, sample: false, named: false });
    } else if (communities.every(({ sample }) => !sample)) {
      communities.push({ name: sampleName, database, sample: true, named: true });
    }
  }
  return communities;
}

const isOfSample = (database: string): boolean =>
  database === databaseOfCommunity(sampleName) ||
  readablePartOf(database) === readablePartOf(databaseOfPath(usualMembers, basename(usualMembers)));

/** Name by the file that a database was made for; its whole name, else the database's, where that is taken. */
function freeName(communities: readonly Community[], database: string): string {
  const file = (readablePartOf(database) ?? '').replace(/_(csv|tsv|tab|ndjson|jsonl|json)$/, '');
  const name = nameOfFile(file.replaceAll('_', '-'));
  const names = [name, `${name} (${file.replaceAll('_', '-')})`, `${name} (${database})`];
  return names.find((free) => communities.every((other) => !isSameName(other.name, free))) ?? database;
}
