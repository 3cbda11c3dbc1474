import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { portInUse, startPostgres } from '@warren/servers';
import { readRunning } from '../start/running.ts';

/** Which database a command works on, where `DATABASE_URL` names none. */
export type Place = { data: string; database: string };

/** A database to work on, and whose it is. */
export type Opened = { url: string; own: boolean };

/**
 * Opens the database that `DATABASE_URL` names, else the one that `npm start` runs on the data folder, else that folder's
 * own PostgreSQL for as long as the work takes.
 */
export async function withDatabase<T>(place: Place, work: (opened: Opened) => Promise<T>): Promise<T> {
  const { DATABASE_URL } = process.env;
  if (DATABASE_URL) return work({ url: DATABASE_URL, own: false });
  const running = await readRunning(place.data);
  if (running !== undefined && (await answers(running.databaseUrl))) {
    return work({ url: running.databaseUrl, own: false });
  }
  const dataDir = join(place.data, 'postgresql');
  if (!existsSync(join(dataDir, 'cluster.json'))) {
    throw new Error(
      `npm start does not run here, and ${place.data} holds no data: name the folder with --data, or set DATABASE_URL.`,
    );
  }
  return withOwn(place, work);
}

/** A start that was killed leaves its note behind, but no server on this machine. */
async function answers(databaseUrl: string): Promise<boolean> {
  const { hostname, port } = new URL(databaseUrl);
  return hostname !== '127.0.0.1' || portInUse(Number(port || 5432));
}

/** Opens the data folder's own PostgreSQL, made where there is none; refused while `npm start` runs on it. */
export async function withOwn<T>(place: Place, work: (opened: Opened) => Promise<T>): Promise<T> {
  const postgres = await startPostgres({ dataDir: join(place.data, 'postgresql') });
  try {
    return await work({ url: await postgres.createDatabase(place.database), own: true });
  } finally {
    await postgres.stop();
  }
}

/**
 * Forgets the streams of a database that was restored: they tell of what came after the backup, and services fill new
 * ones from the database.
 */
export async function forgetStreams({ data, database }: Place): Promise<void> {
  await rm(join(data, 'nats', database, 'jetstream'), { recursive: true, force: true });
}
