import { existsSync } from 'node:fs';
import { rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import {
  communityName,
  communityNamed,
  databaseOf,
  databasesIn,
  dropDatabase,
  freeFolder,
  listCommunities,
  newCommunity,
  readablePartOf,
  readRunning,
  startPostgres,
  usualCommunity,
  withDatabases,
  withLatest,
  writeCommunities,
} from '@warren/servers';
import type { Community, Postgres, Running } from '@warren/servers';
import type { Header } from './backup-file.ts';

/** Location of the database if `DATABASE_URL` is not set: data folder, and the community if named. */
export interface Place {
  data: string;
  community: string | undefined;
}

/** Database to back up, and the name of its community, if known. */
interface OpenDatabase {
  url: string;
  community: string | undefined;
}

/**
 * Opens the database to back up: the one that `DATABASE_URL` names; else that of the named community; else the one that
 * `npm start` runs on the data folder, or would open there. None is created.
 */
export async function withDatabaseToBackUp<T>(
  place: Place,
  work: (opened: OpenDatabase) => Promise<T>,
): Promise<T> {
  const { DATABASE_URL, COMMUNITY_NAME } = process.env;
  if (DATABASE_URL) {
    return work({ url: DATABASE_URL, community: place.community ?? (COMMUNITY_NAME || undefined) });
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
    const communities = await listCommunities(place.data, names);
    const community =
      place.community === undefined
        ? usualCommunity(communities)
        : communityNamed(communities, place.community);
    if (community === undefined || !names.includes(community.database)) {
      throw new Error(missing(communities, place.community));
    }
    return work({ url: await postgres.createDatabase(community.database), community: community.name });
  });
}

/** Database that npm start uses now, or that of another community on the same server. */
async function ofRunning({ databaseUrl, community: now }: Running, place: Place): Promise<OpenDatabase> {
  if (place.community === undefined) {
    return { url: databaseUrl, community: now?.name };
  }
  const names = await databasesIn(databaseUrl);
  const communities = await listCommunities(place.data, names);
  const community = communityNamed(communities, place.community);
  if (community === undefined || !names.includes(community.database)) {
    throw new Error(
      `${missing(communities, place.community)} npm start runs with ${now?.name ?? databaseOf(databaseUrl)}.`,
    );
  }
  const url = new URL(databaseUrl);
  url.pathname = `/${encodeURIComponent(community.database)}`;
  return { url: url.href, community: community.name };
}

function missing(communities: readonly Community[], name: string | undefined): string {
  const those = communities.map((community) => `"${community.name}"`).join(', ') || 'none';
  return `There is no community${name === undefined ? '' : ` "${name}"`} with data: name one with --community. Those that are there: ${those}.`;
}

/**
 * Opens the database of npm start to restore into; creates it if it does not exist. Rejects while npm start runs on
 * the folder, whatever servers it uses, and if nothing says which community the backup is of. The next start opens it.
 */
export async function withDatabaseToRestore<T>(
  place: Place,
  header: Header,
  work: (opened: { url: string; database: string; community: string }) => Promise<T>,
): Promise<T> {
  return withPostgres(place.data, async (postgres) => {
    const names = await databasesIn(postgres.adminUrl);
    const communities = await listCommunities(place.data, names);
    const community = communityToRestore(place, header, communities);
    const { database, name } = community;
    await rejectWhileRunning(place.data, database);
    try {
      const result = await work({
        url: await postgres.createDatabase(database),
        database,
        community: name,
      });
      await writeCommunities(place.data, withLatest(communities, community));
      return result;
    } catch (error) {
      if (!names.includes(database)) {
        await dropDatabase(postgres.adminUrl, database);
      }
      throw error;
    }
  });
}

/** Rejects if npm start runs on the folder, or any nats-server on the database's streams. */
export async function rejectWhileRunning(data: string, database?: string): Promise<void> {
  const running = await readRunning(data);
  if (running !== undefined) {
    const { community, databaseUrl } = running;
    throw new Error(
      `npm start runs on ${data}, with ${community?.name ?? `the database ${databaseOf(databaseUrl)}`}: stop it first, then restore. ` +
        'Where it uses a database elsewhere, set DATABASE_URL for the restore as well.',
    );
  }
  if (database !== undefined) {
    await freeFolder(join(data, 'nats', database), 'SIGTERM');
  }
}

/** Community that the backup was made of, unless the command line names one; of the earlier version by its database. */
function communityToRestore(
  { community: named }: Place,
  header: Header,
  communities: readonly Community[],
): Community {
  const name = named ?? header.community;
  if (name !== undefined) {
    return communityNamed(communities, name) ?? newCommunity(communities, communityName(name));
  }
  const from = header.database ?? '';
  const isOfStart = readablePartOf(from) !== undefined;
  const all = isOfStart ? withDatabases(communities, [from]) : [];
  const community = all.find(({ database }) => database === from) ?? all.find(({ sample }) => sample);
  if (community === undefined) {
    throw new Error(
      'The backup does not say which community it is of: name it with --community. Nothing was changed.',
    );
  }
  return community;
}

async function withPostgres<T>(data: string, work: (postgres: Postgres) => Promise<T>): Promise<T> {
  const postgres = await startPostgres({ dataDir: join(data, 'postgresql') });
  try {
    return await work(postgres);
  } finally {
    await postgres.stop();
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
