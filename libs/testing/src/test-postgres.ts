import { randomBytes } from 'node:crypto';
import { type Postgres, startThrowAwayPostgres } from '@warren/servers';
import pg from 'pg';

/** A fresh, empty database of its own for a test. */
export type TestDatabase = {
  url: string;
  /** Removes it, whoever is still connected. */
  drop(): Promise<void>;
};

let own: Promise<Postgres> | undefined;

/**
 * The admin URL of the PostgreSQL to test against: TEST_POSTGRES_URL (the Jest global set-up provides it), else a
 * throw-away cluster, one for this process, which ends with the process.
 */
export async function testPostgres(): Promise<string> {
  const borrowed = process.env['TEST_POSTGRES_URL'];
  if (borrowed !== undefined && borrowed !== '') return borrowed;
  own ??= startThrowAwayPostgres();
  return (await own).adminUrl;
}

/**
 * Makes a database with a name of its own, and a role whose it is: no superuser, as the services have it wherever they
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
  const url = new URL(adminUrl);
  url.pathname = `/${name}`;
  url.username = name;
  url.password = name;
  return {
    url: url.href,
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
