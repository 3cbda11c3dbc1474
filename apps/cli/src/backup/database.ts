import { existsSync } from 'node:fs';
import { rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
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
import pg from 'pg';
import { z } from 'zod';
import type { Header } from './backup-file.ts';

/** What the command line says of the database, where `DATABASE_URL` names none: data folder, and members' file if named. */
export type Place = { data: string; members: string | undefined };

/** A database to back up, and the members' file that npm start has it for, where that is known. */
export type Opened = { url: string; members: string | undefined };

/**
 * Opens what is to be backed up: the database that `DATABASE_URL` names; else that of the named members' file; else the
 * one that `npm start` runs on the data folder; else the sample's, or the only one that the folder keeps. None is made.
 */
export async function withKept<T>(place: Place, work: (opened: Opened) => Promise<T>): Promise<T> {
  const { DATABASE_URL } = process.env;
  if (DATABASE_URL) return work({ url: DATABASE_URL, members: undefined });
  const running = await readRunning(place.data);
  if (running !== undefined) return work(await ofRunning(running, place));
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
    if (!names.includes(name)) throw new Error(notThere(name, names));
    return work({ url: await postgres.createDatabase(name), members: fileOf(name, members) });
  });
}

/** The database of what runs now, or another one of the same server that belongs to the named members' file. */
async function ofRunning({ databaseUrl, members }: Running, place: Place): Promise<Opened> {
  const now = databaseOf(databaseUrl);
  if (place.members === undefined) return { url: databaseUrl, members: fileOf(now, members) };
  const name = databaseFor(place.members);
  const names = await databasesIn(databaseUrl);
  if (!names.includes(name)) throw new Error(`${notThere(name, names)} npm start runs with ${now}.`);
  const url = new URL(databaseUrl);
  url.pathname = `/${encodeURIComponent(name)}`;
  return { url: url.href, members: place.members };
}

const fileOf = (database: string, members: string | undefined): string | undefined =>
  members !== undefined && databaseFor(members) === database ? members : undefined;

const notThere = (name: string, names: readonly string[]): string =>
  `There is no database ${name}: name with --members the file that npm start was given. ` +
  `Those that are there: ${names.filter(isOfMembersFile).join(', ') || 'none of npm start'}.`;

/**
 * Opens the database of npm start's own to restore into, made where there is none. Refused while npm start runs on the
 * folder, whatever servers it uses, and where the backup is of a members' file that nothing here tells of.
 */
export async function withOwn<T>(
  place: Place,
  header: Header,
  work: (opened: { url: string; database: string }) => Promise<T>,
): Promise<T> {
  return withPostgres(place.data, async (postgres) => {
    const database = databaseToRestore(place, header, await databasesIn(postgres.adminUrl));
    await refuseWhileRunning(place.data, database);
    return work({ url: await postgres.createDatabase(database), database });
  });
}

/** Refuses where npm start runs on the folder, or anybody's nats-server on the database's streams. */
export async function refuseWhileRunning(data: string, database?: string): Promise<void> {
  const running = await readRunning(data);
  if (running !== undefined) {
    throw new Error(
      `npm start runs on ${data}, with the database ${databaseOf(running.databaseUrl)}: stop it first, then restore. ` +
        'Where it uses a database elsewhere, set DATABASE_URL for the restore as well.',
    );
  }
  if (database !== undefined) await freeFolder(join(data, 'nats', database), 'SIGTERM');
}

/** Back to where the backup comes from, unless the command line says which members' file it is for. */
function databaseToRestore({ members }: Place, header: Header, names: readonly string[]): string {
  if (members !== undefined) return databaseFor(members);
  const { database: from } = header;
  const usual = databaseFor(usualMembers);
  // of servers elsewhere: npm start without --members opens it
  if (from === undefined || !isOfMembersFile(from) || from === usual) return usual;
  const itsFile = header.members;
  const opensIt = itsFile !== undefined && existsSync(itsFile) && databaseFor(itsFile) === from;
  if (opensIt || names.includes(from)) return from;
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
 * Forgets the streams of a database that was restored: they tell of what came after the backup, and services fill new
 * ones from the database.
 * @returns whether the folder had any; where not, services may have used those of a NATS elsewhere
 */
export async function forgetStreams(data: string, database: string): Promise<boolean> {
  await refuseWhileRunning(data, database);
  const streams = join(data, 'nats', database, 'jetstream');
  const there = await stat(streams).then(
    () => true,
    () => false,
  );
  await rm(streams, { recursive: true, force: true });
  return there;
}
