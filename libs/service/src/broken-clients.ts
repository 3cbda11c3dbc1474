import type { Pool, PoolClient } from 'pg';

/**
 * Gives a client whose connection ended back to its pool. Kysely does not where a transaction loses its connection: each
 * would take a place in the pool for good, until none is left, and the pool would wait for it when the service stops.
 */
export function giveBackBroken(pool: Pool): void {
  const taken = new WeakSet<PoolClient>();
  pool.on('acquire', (client) => taken.add(client));
  pool.on('release', (_error, client) => taken.delete(client));
  pool.on('connect', (client) => {
    client.once('end', () => {
      if (taken.has(client)) {
        const release = client.release.bind(client);
        // Whoever has it may give it back all the same.
        client.release = () => undefined;
        release(true);
      }
    });
  });
}
