import { existsSync } from 'node:fs';
import { rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { z } from 'zod';
import {
  databaseFor,
  databaseOf,
  freeFolder,
  isOfMembersFile,
  readRunning,
  startPostgres,
  usualMembers,
} from '@warren/servers';
import type { Postgres, Running } from '@warren/servers';
import type { Header } from './backup-file.ts';

/** Location of the database if `DATABASE_URL` is not set: data folder, and members' file if named. */
export interface Place {
  data: string;
  members: string | undefined;
}

/** Database to back up, and the members' file that npm start keeps it for, if known. */
interface OpenDatabase {
  url: string;
  members: string | undefined;
}

/**
 * Opens the database to back up: the one that `DATABASE_URL` names; else that of the named members' file; else the one
 * that `npm start` runs on the data folder; else the sample's, or the only one in the folder. None is created.
 */
export async function withDatabaseToBackUp<T>(
  place: Place,
  work: (opened: OpenDatabase) => Promise<T>,
): Promise<T> {
  const { DATABASE_URL } = process.env;
  if (DATABASE_URL) {
    return work({ url: DATABASE_URL, members: undefined });
  }
  const running = await readRunning(place.data);
  if (running !== undefined) {
    return work(await ofRunning(running, place));
  }
  if (!existsSync(join(place.data, 'postgresql', 'cluster.json'))) {
    throw new Error(
      `npm start does not run here, and ${place.data} holds no data: name the folder with --data, or set DATABASE_URL.`,
    );
  }
  return withPostgres(place.data, async (postgres) => {
    const names = await databasesIn(postgres.adminUrl);
    const members = place.members ?? usualMembers;
    const [only, ...more] = names.filter(isOfMembersFile);
    const isOnly = place.members === undefined && more.length === 0 && only !== undefined;
    const name = isOnly ? only : databaseFor(members);
    if (!names.includes(name)) {
      throw new Error(missingDatabase(name, names));
    }
    return work({ url: await postgres.createDatabase(name), members: fileOf(name, members) });
  });
}

/** Database that npm start uses now, or another one of the same server that belongs to the named members' file. */
async function ofRunning({ databaseUrl, members }: Running, place: Place): Promise<OpenDatabase> {
  const now = databaseOf(databaseUrl);
  if (place.members === undefined) {
    return { url: databaseUrl, members: fileOf(now, members) };
  }
  const name = databaseFor(place.members);
  const names = await databasesIn(databaseUrl);
  if (!names.includes(name)) {
    throw new Error(`${missingDatabase(name, names)} npm start runs with ${now}.`);
  }
  const url = new URL(databaseUrl);
  url.pathname = `/${encodeURIComponent(name)}`;
  return { url: url.href, members: place.members };
}

const fileOf = (database: string, members: string | undefined): string | undefined =>
  members !== undefined && databaseFor(members) === database ? members : undefined;

const missingDatabase = (name: string, names: readonly string[]): string =>
  `There is no database ${name}: name with --members the file that npm start was given. ` +
  `Those that are there: ${names.filter(isOfMembersFile).join(', ') || 'none of npm start'}.`;

/**
 * Opens the database of npm start to restore into; creates it if it does not exist. Rejects while npm start runs on
 * the folder, whatever servers it uses, and if the backup is of a members' file that is unknown here.
 */
export async function withDatabaseToRestore<T>(
  place: Place,
  header: Header,
  work: (opened: { url: string; database: string }) => Promise<T>,
): Promise<T> {
  return withPostgres(place.data, async (postgres) => {
    const database = databaseToRestore(place, header, await databasesIn(postgres.adminUrl));
    await rejectWhileRunning(place.data, database);
    return work({ url: await postgres.createDatabase(database), database });
  });
}

/** Rejects if npm start runs on the folder, or any nats-server on the database's streams. */
export async function rejectWhileRunning(data: string, database?: string): Promise<void> {
  const running = await readRunning(data);
  if (running !== undefined) {
    throw new Error(
      `npm start runs on ${data}, with the database ${databaseOf(running.databaseUrl)}: stop it first, then restore. ` +
        'Where it uses a database elsewhere, set DATABASE_URL for the restore as well.',
    );
  }
  if (database !== undefined) {
    await freeFolder(join(data, 'nats', database), 'SIGTERM');
  }
}

/** Name of the database the backup was made of, unless the command line names a members' file. */
function databaseToRestore({ members }: Place, header: Header, names: readonly string[]): string {
  if (members !== undefined) {
    return databaseFor(members);
  }
  const { database: from } = header;
  const usual = databaseFor(usualMembers);
  // from servers elsewhere: npm start without --members opens the usual one
  if (from === undefined || !isOfMembersFile(from) || from === usual) {
    return usual;
  }
  const itsFile = header.members;
  const opensIt = itsFile !== undefined && existsSync(itsFile) && databaseFor(itsFile) === from;
  if (opensIt || names.includes(from)) {
    return from;
  }
  throw new Error(
    `The backup is of the database ${from}${itsFile === undefined ? '' : `, of the members' file ${itsFile}`}, which npm start does not have here: ` +
      `say with --members which file npm start will be given. Nothing was changed.`,
  );
}

async function withPostgres<T>(data: string, work: (postgres: Postgres) => Promise<T>): Promise<T> {
  const postgres = await startPostgres({ dataDir: join(data, 'postgresql') });
  try {
    return await work(postgres);
  } finally {
    await postgres.stop();
  }
}

async function databasesIn(url: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const { rows } = await client.query<object>('select datname::text as name from pg_database order by 1');
    return z
      .array(z.object({ name: z.string() }))
      .parse(rows)
      .map(({ name }) => name);
  } finally {
    await client.end();
  }
}

/**
 * Deletes the streams of a restored database: they hold events later than the backup, and services fill new ones from
 * the database.
 * @returns whether the folder had streams; if not, services may have used a NATS elsewhere
 */
export async function deleteStreams(data: string, database: string): Promise<boolean> {
  await rejectWhileRunning(data, database);
  const streams = join(data, 'nats', database, 'jetstream');
  const existed = await stat(streams).then(
    () => true,
    () => false,
  );
  await rm(streams, { recursive: true, force: true });
  return existed;
}
