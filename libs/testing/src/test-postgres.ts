import { randomBytes } from 'node:crypto';
import { type Postgres, startThrowAwayPostgres } from '@warren/servers';
import pg from 'pg';

/** New, empty database for one test. */
export type TestDatabase = {
  /** as its owner, which is no superuser */
  url: string;
  /** as a superuser, for what a test does to the server behind the services' back */
  adminUrl: string;
  /** Removes it, with any connections to it. */
  drop(): Promise<void>;
};

let own: Promise<Postgres> | undefined;

/**
 * Returns the admin URL of the PostgreSQL to test against: TEST_POSTGRES_URL (the Jest global set-up provides it), else a
 * temporary cluster, one for this process, which ends with the process.
 */
export async function testPostgres(): Promise<string> {
  const borrowed = process.env['TEST_POSTGRES_URL'];
  if (borrowed !== undefined && borrowed !== '') return borrowed;
  own ??= startThrowAwayPostgres();
  return (await own).adminUrl;
}

/**
 * Creates a database with a unique name, owned by a role of its own that is no superuser, as everywhere that the services
 * run.
 */
export async function createTestDatabase(): Promise<TestDatabase> {
  const adminUrl = await testPostgres();
  const name = `test_${randomBytes(8).toString('hex')}`;
  await asAdmin(
    adminUrl,
    `create role ${name} login password '${name}'`,
    `create database ${name} owner ${name}`,
  );
  const admin = new URL(adminUrl);
  admin.pathname = `/${name}`;
  const url = new URL(admin);
  url.username = name;
  url.password = name;
  return {
    url: url.href,
    adminUrl: admin.href,
    drop: async () =>
      asAdmin(adminUrl, `drop database if exists ${name} with (force)`, `drop role if exists ${name}`),
  };
}

async function asAdmin(adminUrl: string, ...statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    for (const sql of statements) await client.query(sql);
  } finally {
    await client.end();
  }
}
