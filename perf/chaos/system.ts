import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cacheFolder, freePort, startNats, startThrowAwayPostgres } from '@warren/servers';
import type { Nats, Postgres } from '@warren/servers';
import { databaseUrlOf, quickTimes, waitFor } from '@warren/testing';
import type { ServiceName } from '@warren/testing';
import { startProxy } from './proxy/proxy.ts';
import type { Proxy } from './proxy/proxy.ts';
import { supervise } from './supervised.ts';
import type { Supervised } from './supervised.ts';
import { connectionLog } from './writers.ts';
import type { ConnectionLog } from './writers.ts';

/** One process of the system, by its place in it. */
export const slots = [
  'gateway',
  'member-profile',
  'question-generator',
  'api',
  'worker-1',
  'worker-2',
] as const;
export type Slot = (typeof slots)[number];

/** The whole system, each service under a supervisor and behind proxies of its own. */
export interface ChaosSystem {
  /** base of the REST API */
  api: string;
  services: Record<Slot, Supervised>;
  /** health and metrics of each, past all proxies */
  urls: Record<Slot, string>;
  /** between a service and its servers; the gateway has no database, its proxy is never used */
  nats: Record<Slot, Proxy>;
  postgres: Record<Slot, Proxy>;
  natsServer: Nats;
  /** Stops nats-server, empties its store. */
  wipeNats(): Promise<void>;
  postgresServer: Postgres;
  writers: ConnectionLog;
  /** Number of log lines that contain a text. */
  linesWith(text: string): Promise<number>;
  logs(): Promise<string>;
  stop(): Promise<void>;
}

/** Starts the system on servers of its own, and waits until it answers. The apps must have been built. */
export async function startChaosSystem(env: Record<string, string>): Promise<ChaosSystem> {
  const folder = await mkdtemp(join(tmpdir(), 'warren-chaos-'));
  const store = join(folder, 'nats');
  const binary = process.env['TEST_NATS_SERVER'];
  const [natsServer, postgresServer] = await Promise.all([
    startNats({ cacheDir: cacheFolder, open: true, storeDir: store, ...(binary ? { binary } : {}) }),
    startThrowAwayPostgres(),
  ]);
  const writers = connectionLog();
  const started = new Map<Slot, Supervised>();
  const open = async (protocol: 'nats' | 'postgres', to: number): Promise<Record<Slot, Proxy>> =>
    bySlot(async (slot) =>
      startProxy({ to, protocol, opened: (port) => writers.opened(port, started.get(slot)?.pid ?? 0) }),
    );
  const nats = await open('nats', natsServer.port);
  const postgres = await open('postgres', postgresServer.port);
  const ports = await bySlot(async () => freePort());
  const urls = await bySlot((slot) => Promise.resolve(`http://127.0.0.1:${ports[slot]}`));

  const urlThrough = (proxy: Proxy): string => {
    const url = new URL(postgresServer.url);
    url.port = String(proxy.port);
    return url.href;
  };
  const begin = async (slot: Slot): Promise<Supervised> => {
    const service = await supervise({
      name: nameOf(slot),
      logPrefix: join(folder, slot),
      env: {
        ...quickTimes,
        ...env,
        PORT: String(ports[slot]),
        HEALTH_PORT: String(ports[slot]),
        PATTERN_FINDER_ROLE: slot === 'api' ? 'api' : 'worker',
        DATABASE_URL: databaseUrlOf(urlThrough(postgres[slot]), nameOf(slot)),
        ...natsServer.environmentOf(nameOf(slot), { port: nats[slot].port }),
      },
    });
    started.set(slot, service);
    return service;
  };
  const services = await bySlot(begin);
  const logs = async (): Promise<string> => {
    const files = (await readdir(folder)).filter((name) => name.endsWith('.log'));
    return (await Promise.all(files.map(async (name) => readFile(join(folder, name), 'utf8')))).join('\n');
  };
  const system: ChaosSystem = {
    api: `${urls.gateway}/api/v1`,
    services,
    urls,
    nats,
    postgres,
    natsServer,
    wipeNats: async () => {
      await natsServer.kill();
      await rm(join(store, 'jetstream'), { recursive: true, force: true });
    },
    postgresServer,
    writers,
    linesWith: async (text) => (await logs()).split('\n').filter((line) => line.includes(text)).length,
    logs,
    stop: async () => {
      await Promise.all(Object.values(services).map(async (service) => service.stop()));
      await Promise.all(
        [...Object.values(nats), ...Object.values(postgres)].map(async (each) => each.stop()),
      );
      const refused = await natsServer.violations();
      await Promise.all([natsServer.stop(), postgresServer.stop()]);
      await rm(folder, { recursive: true, force: true });
      if (refused.length > 0) {
        throw new Error(`nats-server has refused:\n${refused.slice(0, 20).join('\n')}`);
      }
    },
  };
  try {
    await waitFor(async () => answersAll(system.api), {
      describe: 'every service to answer',
      timeoutMs: 90_000,
    });
    return system;
  } catch (error) {
    const logText = await logs();
    await system.stop();
    throw new Error(`The system did not start. Its logs end:\n${logText.slice(-6_000)}`, { cause: error });
  }
}

function nameOf(slot: Slot): ServiceName {
  return slot === 'api' || slot === 'worker-1' || slot === 'worker-2' ? 'pattern-finder' : slot;
}

async function bySlot<T>(make: (slot: Slot) => Promise<T>): Promise<Record<Slot, T>> {
  const [gateway, memberProfile, questionGenerator, api, first, second] = await Promise.all([
    make('gateway'),
    make('member-profile'),
    make('question-generator'),
    make('api'),
    make('worker-1'),
    make('worker-2'),
  ]);
  return {
    gateway,
    'member-profile': memberProfile,
    'question-generator': questionGenerator,
    api,
    'worker-1': first,
    'worker-2': second,
  };
}

async function answersAll(api: string): Promise<boolean> {
  const paths = ['patterns?limit=1', 'members?per_page=1', 'questions?limit=1'];
  const answers = await Promise.all(paths.map(async (path) => fetch(`${api}/${path}`)));
  return answers.every(({ status }) => status === 200);
}
