import type { Pool, PoolClient } from 'pg';

/**
 * Releases to their pool the clients that Kysely leaks: one whose connection ended in a transaction, and one that was
 * still connecting as the pool began to end, whose caller gets an error. A leaked client takes a place in the pool for
 * good, and the pool waits for it when the service stops.
 */
export function releaseLeakedClients(pool: Pool): void {
  const taken = new WeakSet<PoolClient>();
  const releaseLeaked = (client: PoolClient): void => {
    if (!taken.has(client)) {
      return;
    }
    const release = client.release.bind(client);
    // Its holder may still release it.
    client.release = () => undefined;
    release(true);
  };
  pool.on('acquire', (client) => {
    taken.add(client);
    // The pool hands it over, with its release, only after this event.
    if (pool.ending) {
      setImmediate(releaseLeaked, client);
    }
  });
  pool.on('release', (_error, client) => taken.delete(client));
  pool.on('connect', (client) => {
    client.once('end', () => releaseLeaked(client));
  });
}
