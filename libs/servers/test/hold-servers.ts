import { findNatsServer, startNats, startPostgres } from '../src/index.ts';

// A program of its own that starts servers and stays: the tests kill it.
const [, , dataDir = '', storeDir = '', cacheDir = ''] = process.argv;
const binary = await findNatsServer({ cacheDir });
const postgres = await startPostgres({ dataDir });
const nats = await startNats({ binary, cacheDir, storeDir });
// Before the line that the test waits for: it sends the signal at once.
process.on('SIGINT', () => undefined);
process.stdout.write(`${JSON.stringify({ postgres: postgres.port, nats: nats.port })}\n`);
setInterval(() => undefined, 1_000);
