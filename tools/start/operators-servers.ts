import { jetstreamManager } from '@nats-io/jetstream';
import { connect } from '@nats-io/transport-node';
import pg from 'pg';
import { streams } from '@warren/contracts';
import { serviceNames } from '@warren/servers';

/** Schemas of the services, which connect under the same names; the gateway has none. */
const schemas = serviceNames.filter((name) => name !== 'gateway').map((name) => name.replaceAll('-', '_'));

/** Drops the services' schemas of a database, and nothing else. @throws Error where services are connected to it */
export async function emptyDatabase(databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const running = await client.query(
      'select from pg_stat_activity where datname = current_database() and application_name = any ($1)',
      [schemas],
    );
    if (running.rowCount !== 0) {
      throw new Error('Services are connected to this database: stop them first. Nothing was deleted.');
    }
    const names = schemas.map((name) => client.escapeIdentifier(name));
    await client.query(`drop schema if exists ${names.join(', ')} cascade`);
  } finally {
    await client.end();
  }
}

/** Deletes the services' streams of a NATS server; they create them again. */
export async function emptyStreams(natsUrl: string): Promise<void> {
  const connection = await connect({ servers: natsUrl.split(',') });
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
