import { jetstreamManager } from '@nats-io/jetstream';
import { streams } from '@warren/contracts';
import {
  connectOperator,
  databaseClient,
  databaseServices,
  natsSettingsOf,
  natsVariables,
  schemaOf,
} from '@warren/servers';

/** Schemas of the services, which connect under the same names. */
const schemas = databaseServices.map(schemaOf);

/** Drops the services' schemas of a database, and nothing else. @throws Error where services are connected to it */
export async function emptyDatabase(databaseUrl: string): Promise<void> {
  const client = await databaseClient(databaseUrl);
  await client.connect();
  try {
    const running = await client.query(
      'select from pg_stat_activity where datname = current_database() and application_name = any ($1)',
      [schemas],
    );
    if (running.rowCount !== 0) {
      throw new Error('Services are connected to this database: stop them first. Nothing was deleted.');
    }
    // A service with a role of its own cannot make its schema again.
    const { rows } = await client.query<{ name: string; owner: string }>(
      `select nspname::text as name, nspowner::regrole::text as owner from pg_namespace
       where nspname = any ($1) and nspowner <> current_user::regrole`,
      [schemas],
    );
    const names = schemas.map((name) => client.escapeIdentifier(name));
    await client.query(
      [
        `drop schema if exists ${names.join(', ')} cascade`,
        // regrole is quoted where it must be
        ...rows.map(
          ({ name, owner }) => `create schema ${client.escapeIdentifier(name)} authorization ${owner}`,
        ),
      ].join('; '),
    );
  } finally {
    await client.end();
  }
}

/** Deletes the services' streams of the operator's NATS server; they create them again. */
export async function emptyStreams(): Promise<void> {
  const connection = await connectOperator(natsSettingsOf(natsVariables(process.env)));
  try {
    const manager = await jetstreamManager(connection);
    const existing = new Set<string>();
    for await (const name of manager.streams.names()) {
      existing.add(name);
    }
    for (const { name } of streams) {
      if (existing.has(name)) {
        await manager.streams.delete(name);
      }
    }
  } finally {
    await connection.close();
  }
}
