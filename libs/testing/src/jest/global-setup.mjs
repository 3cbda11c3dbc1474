import { randomBytes } from 'node:crypto';
import { cacheFolder, findNatsServer, startThrowAwayPostgres } from '@warren/servers';

/**
 * Starts the servers that all tests of a run share: one throw-away PostgreSQL, unless TEST_POSTGRES_URL names one.
 * Finds nats-server, which each test starts for itself. Jest calls this once a run, and only where a test of a project
 * with servers is to run.
 */
export default async function setUp() {
  process.env.TEST_RUN = randomBytes(4).toString('hex');
  process.env.TEST_NATS_SERVER ||= await findNatsServer({
    cacheDir: cacheFolder,
    log: (line) => process.stderr.write(`${line}\n`),
  });
  if (process.env.TEST_POSTGRES_URL) {
    return;
  }
  const postgres = await startThrowAwayPostgres();
  process.env.TEST_POSTGRES_URL = postgres.adminUrl;
  globalThis.stopTestPostgres = async () => {
    delete process.env.TEST_POSTGRES_URL;
    await postgres.stop();
  };
}
