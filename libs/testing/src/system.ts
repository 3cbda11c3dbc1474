import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, operatorRole, startService, urlOfService } from '@warren/servers';
import type { Nats, ServerProcess, ServiceName } from '@warren/servers';
import { startTestNats } from './test-nats.ts';
import { createTestDatabase } from './test-postgres.ts';
import type { TestDatabase } from './test-postgres.ts';
import { waitFor } from './wait-for.ts';

/** Process of a system: the service that it runs, and the URL of its health and metrics. */
type SystemProcess = ServerProcess & { name: ServiceName; url: string };

/** Whole system as processes on random ports, with its own database and nats-server. */
export interface System {
  /** base of the REST API, e.g. `http://127.0.0.1:4711/api/v1` */
  api: string;
  databaseUrl: string;
  nats: Nats;
  /** Calls the REST API with JSON and reads JSON; with the LOGIN_TOKEN of `env`, if it has one. */
  call(path: string, init?: RequestInit): Promise<{ status: number; body: unknown; headers: Headers }>;
  /** Starts one more process of a service, e.g. another worker. */
  start(name: ServiceName, env?: Record<string, string>): Promise<ServerProcess>;
  /** Returns every process started so far. */
  processes(): SystemProcess[];
  /** Returns the log of all processes so far. */
  logs(): Promise<string>;
  stop(): Promise<void>;
}

const root = join(import.meta.dirname, '../../..');

/** Times well below the defaults, so that tests wait little for leases and redeliveries. */
export const quickTimes = {
  WORKER_TIMEOUT_MS: '3000',
  POLL_MS: '500',
  REMEASURE_MS: '1000',
};

/** Default times, for measurements: an empty variable counts as absent. */
export const usualTimes = Object.fromEntries(Object.keys(quickTimes).map((name) => [name, '']));

/**
 * Connection of a service to the database of a test: as its own role where the URL is of the operator's.
 * @returns the same URL for a database with other roles; nothing for the gateway, which uses none
 */
export function databaseUrlOf(databaseUrl: string, name: ServiceName): string {
  if (name === 'gateway') {
    return '';
  }
  return new URL(databaseUrl).username === operatorRole ? urlOfService(databaseUrl, name) : databaseUrl;
}

/**
 * Starts gateway, member-profile, question-generator and, unless `workers` is given, one pattern-finder with all roles. The
 * apps must have been built.
 * @param options.workers start the pattern-finder as `api` and this many workers beside it
 * @param options.questions false omits the question-generator, which most tests do not need
 * @param options.port of the gateway; default: any free one
 * @param options.headers of each call, e.g. with a token where the gateway asks for one
 * @param options.nats one of the caller's, who stops it
 * @param options.database one that the caller has made, which the system drops when it stops; default: an empty one
 * @param options.databaseUrl one of the caller's, who drops it
 */
export async function startSystem(
  options: {
    env?: Record<string, string>;
    workers?: number;
    questions?: boolean;
    port?: number;
    headers?: Readonly<Record<string, string>>;
    nats?: Nats;
    database?: TestDatabase;
    databaseUrl?: string;
  } = {},
): Promise<System> {
  const [database, nats, folder] = await Promise.all([
    options.databaseUrl === undefined
      ? (options.database ?? createTestDatabase())
      : { url: options.databaseUrl, drop: () => Promise.resolve() },
    options.nats ?? startTestNats(),
    mkdtemp(join(tmpdir(), 'warren-system-')),
  ]);
  const running: SystemProcess[] = [];
  const logFiles: string[] = [];
  const start = async (name: ServiceName, env: Record<string, string> = {}): Promise<ServerProcess> => {
    const logFile = join(folder, `${name}-${logFiles.length}.log`);
    logFiles.push(logFile);
    const port = env['PORT'] ?? String(await freePort());
    const variables = {
      ...quickTimes,
      ANALYST: 'statistical',
      // Most tests are about other things, and count the calls of the model.
      THEMES: 'off',
      // A test file may cost more than the default of a day.
      MAX_COST_PER_DAY: 'none',
      // Most tests are about other things than small groups, with few members.
      SMALLEST_GROUP: '1',
      DATABASE_URL: database.url,
      ...nats.environmentOf(name),
      HEALTH_PORT: port,
      // The ledger of erasures of the caller's database is kept where its next system finds it.
      ...(options.databaseUrl === undefined ? { ERASURE_DIR: join(folder, 'erasures') } : {}),
      ...options.env,
      ...env,
    };
    const service = await startService({
      entry: join(root, 'apps', name, 'dist/service/main.js'),
      logFile,
      env: { ...variables, DATABASE_URL: databaseUrlOf(variables.DATABASE_URL, name) },
    });
    running.push({ ...service, name, url: `http://127.0.0.1:${port}` });
    return service;
  };
  const port = options.port ?? (await freePort());
  const api = `http://127.0.0.1:${port}/api/v1`;
  const logs = async (): Promise<string> =>
    (await Promise.all(logFiles.map(async (file) => readFile(file, 'utf8')))).join('\n');
  const stop = async (): Promise<void> => {
    await Promise.all(running.map(async (service) => service.stop(15_000)));
    if (options.nats === undefined) {
      await nats.stop();
    }
    await database.drop();
    await rm(folder, { recursive: true, force: true });
  };
  const token = options.env?.['LOGIN_TOKEN'];
  const call: System['call'] = async (path, init = {}) => {
    const headers = new Headers({ ...options.headers, ...Object.fromEntries(new Headers(init.headers)) });
    if (token !== undefined) {
      headers.set('authorization', `Bearer ${token}`);
    }
    const response = await fetch(`${api}/${path}`, { ...init, headers });
    const text = await response.text();
    return {
      status: response.status,
      body: text === '' ? undefined : JSON.parse(text),
      headers: response.headers,
    };
  };
  try {
    await start('gateway', { PORT: String(port) });
    await start('member-profile');
    if (options.questions !== false) {
      await start('question-generator');
    }
    await start('pattern-finder', options.workers === undefined ? {} : { PATTERN_FINDER_ROLE: 'api' });
    for (let worker = 0; worker < (options.workers ?? 0); worker += 1) {
      await start('pattern-finder', { PATTERN_FINDER_ROLE: 'worker' });
    }
    await waitFor(async () => answersAll(call, running), {
      describe: 'every service answers',
      timeoutMs: 60_000,
    });
  } catch (error) {
    const logText = await logs();
    await stop();
    throw new Error(`The system did not start. Its logs end:\n${logText.slice(-6_000)}`, { cause: error });
  }
  const processes: System['processes'] = () => [...running];
  return { api, databaseUrl: database.url, nats, call, start, processes, logs, stop };
}

async function answersAll(call: System['call'], running: readonly SystemProcess[]): Promise<boolean> {
  if (running.some((service) => !service.running())) {
    throw new Error('a service has ended by itself');
  }
  const paths = ['patterns?limit=1', 'members?per_page=1'];
  if (running.some(({ name }) => name === 'question-generator')) {
    paths.push('questions?limit=1');
  }
  const answers = await Promise.allSettled(paths.map(async (path) => call(path)));
  return answers.every((answer) => answer.status === 'fulfilled' && answer.value.status === 200);
}
