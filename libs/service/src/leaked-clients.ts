import type { Pool, PoolClient } from 'pg';

/**
 * Gives back to its pool what Kysely does not, since a client that is kept takes a place for good, and the pool waits
 * for it when the service stops: one whose connection ended in a transaction, and one that was still connecting as the
 * pool began to end, whose taker is told that there is no pool any more.
 */
export function releaseLeakedClients(pool: Pool): void {
  const taken = new WeakSet<PoolClient>();
  const giveBack = (client: PoolClient): void => {
    if (!taken.has(client)) return;
    const release = client.release.bind(client);
    // Whoever has it may give it back all the same.
    client.release = () => undefined;
    release(true);
  };
  pool.on('acquire', (client) => {
    taken.add(client);
    // Only after this event is it handed over, with what gives it back.
    if (pool.ending) setImmediate(giveBack, client);
  });
  pool.on('release', (_error, client) => taken.delete(client));
  pool.on('connect', (client) => {
    client.once('end', () => giveBack(client));
  });
}
