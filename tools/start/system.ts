import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { cacheFolder, freePort, serviceNames, startNats, startPostgres, startService } from '@warren/servers';
import type { Nats, Postgres, ServerProcess } from '@warren/servers';
import type { StartOptions } from './options.ts';

/** PostgreSQL and NATS of our own, or the ones the environment names. */
export type Stores = { databaseUrl: string; natsUrl: string; stop: () => Promise<void> };

/** Starts what `DATABASE_URL` and `NATS_URL` do not name; each community has its own database and streams. */
export async function startStores(options: StartOptions, log: (line: string) => void): Promise<Stores> {
  await mkdir(options.data, { recursive: true });
  const { DATABASE_URL, NATS_URL } = process.env;
  const own: { postgres?: Postgres; nats?: Nats } = {};
  const stop = async (): Promise<void> => {
    await Promise.all([own.postgres?.stop(), own.nats?.stop()]);
  };
  const postgres = async (): Promise<string> => {
    if (DATABASE_URL !== undefined && DATABASE_URL !== '') return DATABASE_URL;
    own.postgres = await startPostgres({ dataDir: join(options.data, 'postgresql'), log });
    return own.postgres.createDatabase(options.database);
  };
  const nats = async (): Promise<string> => {
    if (NATS_URL !== undefined && NATS_URL !== '') return NATS_URL;
    const storeDir = join(options.data, 'nats', options.database);
    own.nats = await startNats({ cacheDir: cacheFolder, storeDir, log });
    return own.nats.url;
  };
  const [databaseUrl, natsUrl] = await Promise.allSettled([postgres(), nats()]);
  if (databaseUrl.status === 'rejected' || natsUrl.status === 'rejected') {
    await stop();
    throw databaseUrl.status === 'rejected' ? databaseUrl.reason : (natsUrl as PromiseRejectedResult).reason;
  }
  return { databaseUrl: databaseUrl.value, natsUrl: natsUrl.value, stop };
}

/** The running services. */
export type Services = {
  /** for people */
  url: string;
  /** for programs */
  local: string;
  logs: string;
  /** The name of a service that has ended by itself, and when it does. */
  failed: Promise<string>;
  stop: () => Promise<void>;
};

/** Starts the four services as processes and waits until each of them answers through the gateway. */
export async function startServices(root: string, stores: Stores, options: StartOptions): Promise<Services> {
  const logs = join(options.data, 'logs', options.database);
  await mkdir(logs, { recursive: true });
  const shared = sharedEnvironment(stores);
  const running = new Map<string, ServerProcess>();
  for (const name of serviceNames) {
    const env =
      name === 'gateway'
        ? { ...shared, PORT: String(options.port) }
        : { ...shared, HEALTH_PORT: String(await freePort()) };
    const entry = join(root, 'apps', name, 'dist/service/main.js');
    running.set(name, await startService({ entry, env, logFile: join(logs, `${name}.log`) }));
  }
  const url = `http://localhost:${options.port}`;
  const local = `http://127.0.0.1:${options.port}`;
  const failed = Promise.race(Array.from(running, async ([name, { ended }]) => ended.then(() => name)));
  const stop = async (): Promise<void> => {
    // The gateway first, so that nothing new comes in; then who answers it.
    await running.get('gateway')?.stop(15_000);
    await Promise.all(Array.from(running.values(), async (service) => service.stop(20_000)));
  };
  try {
    await Promise.race([untilAnswered(local), failed.then((name) => Promise.reject(endedError(name, logs)))]);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url, local, logs, failed, stop };
}

function endedError(name: string, logs: string): Error {
  return new Error(`${name} ended by itself; see ${join(logs, `${name}.log`)}`);
}

/** What an operator may set goes through; where the servers are and what each process does is ours to say. */
function sharedEnvironment(stores: Stores): Record<string, string> {
  const passed =
    /^(ANALYST|ANTHROPIC_.*|MODEL.*|MAX_.*|COMMUNITY_NAME|MIN_.*|FALSE_DISCOVERY_RATE|VOCABULARY_FILE|LOG_.*|HOST|DISCOVER_WAIT_S|LEASE_MS|HEARTBEAT_MS|ACK_WAIT_MS|POLL_MS|REMEASURE_MS)$/;
  const own = Object.entries(process.env).filter((pair): pair is [string, string] => passed.test(pair[0]));
  return { ...Object.fromEntries(own), DATABASE_URL: stores.databaseUrl, NATS_URL: stores.natsUrl };
}

const startMs = 60_000;

/** `localhost` is for people: another program may listen on its IPv6 address. */
async function untilAnswered(url: string): Promise<void> {
  const paths = ['patterns?limit=1', 'members?per_page=1', 'questions?limit=1'];
  const deadline = Date.now() + startMs;
  let last = '';
  while (Date.now() < deadline) {
    const answers = await Promise.allSettled(paths.map(async (path) => fetch(`${url}/api/v1/${path}`)));
    const wrong = answers.find((answer) => answer.status === 'rejected' || !answer.value.ok);
    if (wrong === undefined) return;
    last = wrong.status === 'rejected' ? String(wrong.reason) : `status ${wrong.value.status}`;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`The services did not answer within ${startMs / 1000} s (${last}).`);
}
