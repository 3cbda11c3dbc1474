import { findNatsServer, startNats, startPostgres } from '../src/index.ts';

// A program of its own that starts servers and stays: the tests kill it.
const [, , dataDir = '', storeDir = '', cacheDir = ''] = process.argv;
const binary = await findNatsServer({ cacheDir });
const postgres = await startPostgres({ dataDir });
const nats = await startNats({ binary, cacheDir, storeDir });
process.stdout.write(`${JSON.stringify({ postgres: postgres.port, nats: nats.port })}\n`);
process.on('SIGINT', () => undefined);
setInterval(() => undefined, 1_000);
