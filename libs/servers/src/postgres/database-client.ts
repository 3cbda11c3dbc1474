import pg from 'pg';
import { z } from 'zod';
import { importFromSource } from '../from-source.ts';

/** Function of libs/service/src/postgres-tls.ts, by which services read what a URL asks of TLS. */
type PostgresConnection = (url: string) => { url: string; ssl: pg.ClientConfig['ssl'] };

const Module = z.object({
  postgresConnection: z.custom<PostgresConnection>((value) => typeof value === 'function'),
});

/**
 * Returns a client for `DATABASE_URL`, not connected yet, that uses TLS as the services do; an error of its connection is
 * that of the statement in progress.
 * @throws Error where the URL asks for what is not supported
 */
export async function databaseClient(url: string, options: pg.ClientConfig = {}): Promise<pg.Client> {
  const { postgresConnection } = Module.parse(await importFromSource('libs/service/src/postgres-tls.ts', {}));
  const connection = postgresConnection(url);
  const client = new pg.Client({ ...options, connectionString: connection.url, ssl: connection.ssl });
  client.on('error', () => undefined);
  return client;
}
