import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres } from './start-postgres.ts';
import type { Postgres } from './start-postgres.ts';

/** Starts a temporary PostgreSQL for tests; its data is removed when it stops, or when this process ends. */
export async function startThrowAwayPostgres(log?: (line: string) => void): Promise<Postgres> {
  const dataDir = await mkdtemp(join(tmpdir(), 'warren-postgres-'));
  return startPostgres({ dataDir, throwAway: true, ...(log && { log }) });
}
