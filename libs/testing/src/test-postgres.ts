import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { startThrowAwayPostgres } from '@warren/servers';
import type { Postgres } from '@warren/servers';

/** Database of one test. */
export interface TestDatabase {
  /** as its owner, which is no superuser */
  url: string;
  /** as a superuser, for what a test does to the server without the services */
  adminUrl: string;
  /** Removes it, with any connections to it. */
  drop(): Promise<void>;
}

let own: Promise<Postgres> | undefined;

/**
 * Returns the admin URL of the PostgreSQL to test against: TEST_POSTGRES_URL (the Jest global set-up provides it), else a
 * temporary cluster, one for this process, which ends with the process.
 */
export async function testPostgres(): Promise<string> {
  const borrowed = process.env['TEST_POSTGRES_URL'];
  if (borrowed !== undefined && borrowed !== '') {
    return borrowed;
  }
  own ??= startThrowAwayPostgres();
  return (await own).adminUrl;
}

/**
 * Creates an empty database with a unique name, owned by a role of its own that is no superuser, as everywhere that the services
 * run.
 */
export async function createTestDatabase(): Promise<TestDatabase> {
  const adminUrl = await testPostgres();
  const name = uniqueName();
  await asAdmin(adminUrl, async (client) => {
    await client.query(`create role ${name} login password '${name}'`);
    await client.query(`create database ${name} owner ${name}`);
  });
  return {
    ...urlsOf(adminUrl, name, name),
    drop: async () =>
      asAdmin(adminUrl, async (client) => {
        await client.query(`drop database if exists ${name} with (force)`);
        await client.query(`drop role if exists ${name}`);
      }),
  };
}

/** A database name that no other test uses. */
export function uniqueName(): string {
  return `test_${randomBytes(8).toString('hex')}`;
}

/** The URLs of a database whose owner's password is its name. */
export function urlsOf(adminUrl: string, database: string, owner: string): { url: string; adminUrl: string } {
  const admin = new URL(adminUrl);
  admin.pathname = `/${database}`;
  const url = new URL(admin);
  url.username = owner;
  url.password = owner;
  return { url: url.href, adminUrl: admin.href };
}

/** Calls `work` with a connection of a superuser. */
export async function asAdmin<T>(adminUrl: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
