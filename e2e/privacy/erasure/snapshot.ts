import pg from 'pg';
import { testPostgres } from '@warren/testing';
import type { ServiceName, System } from '@warren/testing';

const stores: readonly ServiceName[] = ['member-profile', 'pattern-finder', 'question-generator'];

/** Stops the services that have a database, and waits until they have ended. */
export async function stopStores(system: System): Promise<void> {
  const running = system.processes().filter((process) => stores.includes(process.name) && process.running());
  await Promise.all(running.map(async (process) => process.stop(15_000)));
}

/** Copies the system's database, which must not be in use. @returns the name of the copy */
export async function copied(system: System): Promise<string> {
  const name = nameOf(system);
  await admin(name, `create database ${name}_older template ${name}`);
  return `${name}_older`;
}

/** Replaces the system's database by a copy, as a restore does. */
export async function restored(system: System, copy: string): Promise<void> {
  const name = nameOf(system);
  await admin(name, `drop database ${name} with (force)`);
  await admin(copy, `create database ${name} template ${copy} owner ${ownerOf(system)}`);
  await admin(copy, `drop database ${copy} with (force)`);
}

function nameOf({ databaseUrl }: System): string {
  return new URL(databaseUrl).pathname.slice(1);
}

/** The role that the services connect as, which owns the database. */
function ownerOf({ databaseUrl }: System): string {
  return new URL(databaseUrl).username;
}

async function admin(inUse: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: await testPostgres() });
  await client.connect();
  try {
    await client.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [inUse]);
    await client.query(sql);
  } finally {
    await client.end();
  }
}
