import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  cacheFolder,
  freePort,
  openDataFolder,
  privateFolder,
  serviceNames,
  startNats,
  startPostgres,
  startService,
} from '@warren/servers';
import type { Nats, Postgres, ServerProcess } from '@warren/servers';
import type { Config } from '../environment/configs.ts';
import { forwardedVariables, validateEnvironment } from '../environment/forwarded-variables.ts';
import type { StartOptions } from './options.ts';

type Configs = ReadonlyMap<string, Config>;

/** PostgreSQL and NATS, our own or those that the environment names. */
interface Stores {
  databaseUrl: string;
  natsUrl: string;
  stop: () => Promise<void>;
}

/** Starts what `DATABASE_URL` and `NATS_URL` do not name; each community has its own database and streams. */
export async function startStores(options: StartOptions, log: (line: string) => void): Promise<Stores> {
  const { DATABASE_URL, NATS_URL } = process.env;
  await openDataFolder(options.data, { ownPostgres: !DATABASE_URL });
  const own: { postgres?: Postgres; nats?: Nats } = {};
  const stop = async (): Promise<void> => {
    await Promise.all([own.postgres?.stop(), own.nats?.stop()]);
  };
  const postgres = async (): Promise<string> => {
    if (DATABASE_URL !== undefined && DATABASE_URL !== '') {
      return DATABASE_URL;
    }
    own.postgres = await startPostgres({ dataDir: join(options.data, 'postgresql'), log });
    return own.postgres.createDatabase(options.database);
  };
  const nats = async (): Promise<string> => {
    if (NATS_URL !== undefined && NATS_URL !== '') {
      return NATS_URL;
    }
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

/** Running services. */
interface Services {
  /** for people */
  url: string;
  /** for programs */
  local: string;
  logs: string;
  /** Resolves to the name of the first service that ends unexpectedly. */
  failed: Promise<string>;
  stop: () => Promise<void>;
}

/** Starts the four services as processes and waits until each of them answers through the gateway. */
export async function startServices(
  root: string,
  stores: Stores,
  options: StartOptions,
  configs: Configs,
): Promise<Services> {
  const logs = join(options.data, 'logs', options.database);
  await privateFolder(logs);
  const shared = sharedEnvironment(configs, stores);
  // the ledger of erasures is kept beside the database, not in it
  const folders = {
    UPLOAD_DIR: join(options.data, 'uploads', options.database),
    ERASURE_DIR: join(options.data, 'erasures', new URL(stores.databaseUrl).pathname.slice(1)),
  };
  const running = new Map<string, ServerProcess>();
  for (const name of serviceNames) {
    const env =
      name === 'gateway'
        ? { ...folders, ...shared, PORT: String(options.port) }
        : { ...folders, ...shared, HEALTH_PORT: String(await freePort()) };
    const entry = join(root, 'apps', name, 'dist/service/main.js');
    running.set(name, await startService({ entry, env, logFile: join(logs, `${name}.log`) }));
  }
  const url = `http://localhost:${options.port}`;
  const local = `http://127.0.0.1:${options.port}`;
  const failed = Promise.race(Array.from(running, async ([name, { ended }]) => ended.then(() => name)));
  const stop = async (): Promise<void> => {
    // the gateway first, so that no new request comes in; then the services behind it
    await running.get('gateway')?.stop(15_000);
    await Promise.all(Array.from(running.values(), async (service) => service.stop(20_000)));
  };
  try {
    await Promise.race([
      untilAnswered(local),
      failed.then(async (name) => Promise.reject(await endedError(name, logs))),
    ]);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url, local, logs, failed, stop };
}

async function endedError(name: string, logs: string): Promise<Error> {
  const file = join(logs, `${name}.log`);
  const tail = (await readFile(file, 'utf8').catch(() => '')).trimEnd().split('\n').slice(-15);
  return new Error(`${name} ended by itself; its log ${file} ends:\n${tail.join('\n')}`);
}

/** Forwards the operator's variables; sets the addresses of the servers and the role of each process. */
export function sharedEnvironment(
  configs: Configs,
  stores: Pick<Stores, 'databaseUrl' | 'natsUrl'>,
  env: NodeJS.ProcessEnv = process.env,
): Record<string, string> {
  return {
    ...forwardedVariables(configs, env, process.cwd()),
    DATABASE_URL: stores.databaseUrl,
    NATS_URL: stores.natsUrl,
  };
}

/**
 * Rejects invalid variables before anything is started.
 * @throws InvalidEnvironment
 */
export function validateStart(configs: Configs, env: NodeJS.ProcessEnv = process.env): void {
  // our own servers are not running yet: a placeholder for their addresses
  const databaseUrl = env['DATABASE_URL'] || 'postgresql://127.0.0.1/warren';
  const natsUrl = env['NATS_URL'] || 'nats://127.0.0.1';
  validateEnvironment(configs, sharedEnvironment(configs, { databaseUrl, natsUrl }, env));
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
    if (wrong === undefined) {
      return;
    }
    last = wrong.status === 'rejected' ? String(wrong.reason) : `status ${wrong.value.status}`;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`The services did not answer within ${startMs / 1000} s (${last}).`);
}
