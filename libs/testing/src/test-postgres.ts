import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { ownDatabase, urlOfOperator, startThrowAwayPostgres } from '@warren/servers';
import type { Postgres } from '@warren/servers';

/** Database of one test. */
export interface TestDatabase {
  /** as its owner, the operator's role, which is no superuser; `urlOfService` makes those of services */
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

/** Creates a database with a unique name and the roles and schemas of the services, as everywhere that these run. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const adminUrl = await testPostgres();
  const name = uniqueName();
  await ownDatabase(adminUrl, name);
  return testDatabase(adminUrl, name);
}

/** Database of this name, which exists. */
export function testDatabase(adminUrl: string, name: string): TestDatabase {
  const admin = new URL(adminUrl);
  admin.pathname = `/${name}`;
  return {
    url: urlOfOperator(adminUrl, name),
    adminUrl: admin.href,
    drop: async () =>
      asAdmin(adminUrl, async (client) => {
        await client.query(`drop database if exists ${name} with (force)`);
      }),
  };
}

/** A database name that no other test uses. */
export function uniqueName(): string {
  return `test_${randomBytes(8).toString('hex')}`;
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
