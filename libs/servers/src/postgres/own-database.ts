import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { codeOf } from '../error-code.ts';
import { databaseServices, schemaOf, urlOfOperator, urlOfService } from './roles.ts';

const script = join(import.meta.dirname, 'own-database.sql');

/**
 * Creates a database where there is none of this name, and makes the services' roles the owners of their schemas and of
 * all that an older version may have created in them.
 * @param adminUrl the database `postgres`, as a superuser
 * @returns the URL of the database as the operator's role
 */
export async function ownDatabase(adminUrl: string, name: string): Promise<string> {
  const url = new URL(adminUrl);
  url.pathname = `/${encodeURIComponent(name)}`;
  const operatorUrl = urlOfOperator(adminUrl, name);
  const passwords = [
    `-c warren.operator_password=${new URL(operatorUrl).password}`,
    ...databaseServices.map(
      (service) =>
        `-c warren.${schemaOf(service)}_password=${new URL(urlOfService(operatorUrl, service)).password}`,
    ),
  ];
  const own = await readFile(script, 'utf8');
  await connected({ connectionString: adminUrl }, async (admin) => {
    // Two at once would conflict in the catalogs; the lock ends with the connection.
    await admin.query(`select pg_advisory_lock(hashtext('warren databases'))`);
    await create(admin, name);
    await connected({ connectionString: url.href, options: passwords.join(' ') }, async (owner) =>
      owner.query(own),
    );
  });
  return operatorUrl;
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
