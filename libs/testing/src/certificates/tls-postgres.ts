import { chown, mkdtemp, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { startPostgres } from '@warren/servers';
import type { Postgres } from '@warren/servers';
import { asAdmin } from '../test-postgres.ts';
import { waitFor } from '../wait-for.ts';
import type { Certificate } from './authority.ts';

/** A PostgreSQL that accepts TLS. */
export type TlsPostgres = Pick<Postgres, 'url' | 'adminUrl' | 'port' | 'stop'>;

/** Starts a temporary PostgreSQL with a certificate of the test; connections without TLS are accepted too. */
export async function startTlsPostgres({ cert, key }: Certificate): Promise<TlsPostgres> {
  const dataDir = await mkdtemp(join(tmpdir(), 'warren-postgres-'));
  const postgres = await startPostgres({ dataDir, throwAway: true });
  try {
    const folder = await asAdmin(postgres.adminUrl, async (client) => {
      const { rows } = await client.query<{ folder: string }>(
        `select current_setting('data_directory') as folder`,
      );
      return rows[0]?.folder ?? '';
    });
    await putForOwner(join(folder, 'server.crt'), cert);
    await putForOwner(join(folder, 'server.key'), key);
    await asAdmin(postgres.adminUrl, async (client) => {
      await client.query('alter system set ssl = on');
      await client.query('select pg_reload_conf()');
    });
    await waitFor(async () => acceptsTls(postgres.adminUrl), { describe: 'PostgreSQL with TLS' });
  } catch (error) {
    await postgres.stop();
    throw error;
  }
  return postgres;
}

/** Writes a file as that of the folder's owner, the server's user: it takes no key that others can read. */
async function putForOwner(path: string, content: string): Promise<void> {
  const { uid, gid } = await stat(dirname(path));
  await writeFile(path, content, { mode: 0o600 });
  await chown(path, uid, gid);
}

async function acceptsTls(connectionString: string): Promise<boolean> {
  const client = new pg.Client({ connectionString, ssl: { rejectUnauthorized: false } });
  await client.connect();
  await client.end();
  return true;
}
