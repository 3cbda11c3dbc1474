import pg from 'pg';

/** Names of all databases of a server, in alphabetical order. */
export async function databasesIn(url: string): Promise<string[]> {
  return connected(url, async (client) => {
    const { rows } = await client.query<{ name: string }>(
      'select datname::text as name from pg_database order by 1',
    );
    return rows.map(({ name }) => name);
  });
}

/** Drops a database with all that is in it, if it exists. @throws where something is connected to it */
export async function dropDatabase(adminUrl: string, name: string): Promise<void> {
  await connected(adminUrl, async (client) =>
    client.query(`drop database if exists ${client.escapeIdentifier(name)}`),
  );
}

async function connected<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
