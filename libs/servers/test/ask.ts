import pg from 'pg';

/** Rows of a statement on a connection of its own. */
export async function ask(url: string, sql: string): Promise<unknown[][]> {
  return withClient(
    url,
    async (client) => (await client.query<unknown[]>({ text: sql, rowMode: 'array' })).rows,
  );
}

/** Works on a connection of its own; an error that ends it is the statement's. */
export async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}
