import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { codeOf } from '../error-code.ts';

/** Role of the services, no superuser. Its name is in own-database.sql as well. */
export const serviceRole = 'warren_services';

const script = join(import.meta.dirname, 'own-database.sql');

/**
 * Creates a database where there is none of this name, and makes the services' role the owner of it and of all that an
 * older version may have created in it.
 * @param adminUrl the database `postgres`, as a superuser
 * @param password of the services' role
 */
export async function ownDatabase(adminUrl: string, name: string, password: string): Promise<void> {
  const url = new URL(adminUrl);
  url.pathname = `/${encodeURIComponent(name)}`;
  const own = await readFile(script, 'utf8');
  await connected({ connectionString: adminUrl }, async (admin) => {
    // Two at once would conflict in the catalogs; the lock ends with the connection.
    await admin.query(`select pg_advisory_lock(hashtext('warren databases'))`);
    await create(admin, name);
    await connected(
      { connectionString: url.href, options: `-c warren.services_password=${password}` },
      async (owner) => owner.query(own),
    );
  });
}

async function create(admin: pg.Client, name: string): Promise<void> {
  const found = await admin.query('select 1 from pg_database where datname = $1', [name]);
  if (found.rowCount !== 0) {
    return;
  }
  try {
    await admin.query(`create database ${admin.escapeIdentifier(name)}`);
  } catch (error) {
    // another program created it in between: 42P04 duplicate_database, 23505 unique_violation
    const code = codeOf(error);
    if (code !== '42P04' && code !== '23505') {
      throw error;
    }
  }
}

async function connected(
  options: pg.ClientConfig,
  work: (client: pg.Client) => Promise<unknown>,
): Promise<void> {
  const client = new pg.Client(options);
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
