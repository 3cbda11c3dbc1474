import { operatorRole, ownDatabase } from '@warren/servers';
import { asAdmin, testDatabase, testPostgres, uniqueName } from './test-postgres.ts';
import type { TestDatabase } from './test-postgres.ts';

/** Begins the name of every template of this run, so that two runs on one PostgreSQL do not share them. */
const prefix = (): string => `template_${process.env['TEST_RUN'] ?? process.pid}_`;

/**
 * A copy of a database that is filled once a run: whichever test asks first calls `fill`, tests of other workers that
 * ask meanwhile wait for it. No test ever works on the template, so copies depend on no order of tests.
 * @param fill must have closed every connection to the database when it resolves
 */
export async function copyOfTemplate(
  name: string,
  fill: (databaseUrl: string) => Promise<void>,
): Promise<TestDatabase> {
  const adminUrl = await testPostgres();
  const template = `${prefix()}${name}`;
  const copy = uniqueName();
  await asAdmin(adminUrl, async (client) => {
    await client.query('select pg_advisory_lock(hashtext($1))', [template]);
    const { rowCount } = await client.query('select from pg_database where datname = $1', [template]);
    if (rowCount === 0) {
      const filling = `${template}_filling`;
      // left over where `fill` failed for another test
      await client.query(`drop database if exists ${filling} with (force)`);
      await fill(await ownDatabase(adminUrl, filling));
      await client.query(`alter database ${filling} rename to ${template}`);
    }
    await client.query('select pg_advisory_unlock(hashtext($1))', [template]);
    await client.query(`create database ${copy} template ${template} owner ${operatorRole}`);
  });
  return testDatabase(adminUrl, copy);
}

/** Removes every template of this run. */
export async function dropTemplates(): Promise<void> {
  await asAdmin(await testPostgres(), async (client) => {
    const databases = await client.query<{ name: string }>(
      'select datname as name from pg_database where datname like $1',
      [`${prefix()}%`],
    );
    for (const { name } of databases.rows) {
      await client.query(`drop database if exists ${name} with (force)`);
    }
  });
}
