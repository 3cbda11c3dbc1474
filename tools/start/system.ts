import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  freePort,
  natsSettingsOf,
  natsVariables,
  privateFolder,
  serviceNames,
  startService,
  urlOfService,
} from '@warren/servers';
import type { ServerProcess } from '@warren/servers';
import type { Config } from '../environment/configs.ts';
import {
  environmentOf,
  forwardedVariables,
  validateEnvironment,
} from '../environment/forwarded-variables.ts';
import { Api } from './api.ts';
import type { StartOptions } from './options.ts';
import type { Stores } from './stores.ts';

type Configs = ReadonlyMap<string, Config>;

/** Running services. */
export interface Services {
  /** for people */
  url: string;
  /** for programs */
  local: string;
  logs: string;
  /** of programs; undefined where none is needed */
  token: string | undefined;
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
  const logs = join(options.data, 'logs', stores.folder);
  await privateFolder(logs);
  const { DATABASE_URL: _, ...shared } = sharedEnvironment(configs, stores);
  const token = shared['LOGIN_TOKEN'] ?? (options.login ? randomBytes(32).toString('base64url') : undefined);
  // the ledger of erasures is kept beside the database, not in it
  const folders = {
    UPLOAD_DIR: join(options.data, 'uploads', stores.folder),
    ERASURE_DIR: join(options.data, 'erasures', new URL(stores.databaseUrl).pathname.slice(1)),
  };
  const running = new Map<string, ServerProcess>();
  for (const name of serviceNames) {
    const config = configs.get(name);
    const own = config === undefined ? {} : environmentOf(name, config, shared);
    // each service gets the password of its own role alone, the gateway none
    const env =
      name === 'gateway'
        ? {
            ...folders,
            ...own,
            ...stores.natsOf(name),
            PORT: String(options.port),
            LOGIN_TOKEN: token ?? '',
          }
        : {
            ...folders,
            ...own,
            ...stores.natsOf(name),
            DATABASE_URL: stores.ownDatabase ? urlOfService(stores.databaseUrl, name) : stores.databaseUrl,
            HEALTH_PORT: String(await freePort()),
          };
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
      untilAnswered(new Api(local, token)),
      failed.then(async (name) => Promise.reject(await endedError(name, logs))),
    ]);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url, local, logs, token, failed, stop };
}

async function endedError(name: string, logs: string): Promise<Error> {
  const file = join(logs, `${name}.log`);
  const tail = (await readFile(file, 'utf8').catch(() => '')).trimEnd().split('\n').slice(-15);
  return new Error(`${name} ended by itself; its log ${file} ends:\n${tail.join('\n')}`);
}

/**
 * Forwards the operator's variables, those about NATS only with the operator's own server; sets the addresses of the servers, and the community's name
 * where it is known.
 */
export function sharedEnvironment(
  configs: Configs,
  stores: Pick<Stores, 'databaseUrl' | 'natsUrl'> & Partial<Pick<Stores, 'community'>>,
  env: NodeJS.ProcessEnv = process.env,
): Record<string, string> {
  const { databaseUrl, natsUrl, community } = stores;
  const isTheirs = (env['NATS_URL'] ?? '') !== '';
  const forwarded = Object.entries(forwardedVariables(configs, env, process.cwd())).filter(
    ([name]) => isTheirs || !name.startsWith('NATS_'),
  );
  return {
    ...Object.fromEntries(forwarded),
    DATABASE_URL: databaseUrl,
    NATS_URL: natsUrl,
    ...(community && { COMMUNITY_NAME: community.name, COMMUNITY_SAMPLE: String(community.sample) }),
  };
}

/**
 * Rejects invalid variables before anything is started.
 * @throws InvalidEnvironment, or InvalidNatsSettings where those about NATS contradict each other; Error where the gateway
 * would ask for a login
 */
export function validateStart(configs: Configs, env: NodeJS.ProcessEnv = process.env): void {
  // our own servers are not running yet: a placeholder for their addresses
  const databaseUrl = env['DATABASE_URL'] || 'postgresql://127.0.0.1/warren';
  const natsUrl = env['NATS_URL'] || 'nats://127.0.0.1';
  validateEnvironment(configs, sharedEnvironment(configs, { databaseUrl, natsUrl }, env));
  if (env['NATS_URL']) {
    natsSettingsOf(natsVariables(env));
  }
  const { AUTH = 'local' } = env;
  if (AUTH !== '' && AUTH !== 'local') {
    throw new Error(
      `AUTH=${AUTH}: npm start imports members and prints patterns without a login. It is for this machine alone: leave AUTH out, or run the services by docker compose or by hand.`,
    );
  }
}

const startMs = 60_000;

/** `localhost` is for people: another program may listen on its IPv6 address. */
async function untilAnswered(api: Api): Promise<void> {
  const paths = ['patterns?limit=1', 'members?per_page=1', 'questions?limit=1'];
  const deadline = Date.now() + startMs;
  let last = '';
  while (Date.now() < deadline) {
    const answers = await Promise.allSettled(paths.map(async (path) => api.get(path)));
    const wrong = answers.find((answer) => answer.status === 'rejected' || !answer.value.ok);
    if (wrong === undefined) {
      return;
    }
    last = wrong.status === 'rejected' ? String(wrong.reason) : `status ${wrong.value.status}`;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`The services did not answer within ${startMs / 1000} s (${last}).`);
}
