import { cacheFolder, findNatsServer, startThrowAwayPostgres } from '@warren/servers';

/** Starts what every test of a run shares: one throw-away PostgreSQL, unless TEST_POSTGRES_URL names one, and finds nats-server. */
export default async function setUp() {
  process.env.TEST_NATS_SERVER ||= await findNatsServer({
    cacheDir: cacheFolder,
    log: (line) => process.stderr.write(`${line}\n`),
  });
  if (process.env.TEST_POSTGRES_URL) return;
  const postgres = await startThrowAwayPostgres();
  process.env.TEST_POSTGRES_URL = postgres.adminUrl;
  globalThis.stopTestPostgres = async () => {
    delete process.env.TEST_POSTGRES_URL;
    await postgres.stop();
  };
}
