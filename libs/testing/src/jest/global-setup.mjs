import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

// Jest loads its global set-up outside the resolver that its tests use, where the name of a workspace package means
// its built files. The sources are taken by path, so that tests need no build: Node strips their types.
const sources = join(import.meta.dirname, '../../../servers/src/index.ts');
const servers = await import(pathToFileURL(sources).href);

/** Starts what every test of a run shares: one throw-away PostgreSQL, unless TEST_POSTGRES_URL names one, and finds nats-server. */
export default async function setUp() {
  process.env.TEST_NATS_SERVER ||= await servers.findNatsServer({
    cacheDir: servers.cacheFolder,
    log: (line) => process.stderr.write(`${line}\n`),
  });
  if (process.env.TEST_POSTGRES_URL) return;
  const postgres = await servers.startThrowAwayPostgres();
  process.env.TEST_POSTGRES_URL = postgres.adminUrl;
  globalThis.stopTestPostgres = async () => {
    delete process.env.TEST_POSTGRES_URL;
    await postgres.stop();
  };
}
