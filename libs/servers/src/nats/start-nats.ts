import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { NatsService, NatsUser } from '@warren/nats';
import { freeFolder, leaveFolder, ownFolder } from '../folder-owner.ts';
import { choosePort } from '../ports.ts';
import { closeAll, privateFolder, writePrivately } from '../private-files.ts';
import { startServerProcess, untilReady } from '../server-process.ts';
import type { ServerProcess } from '../server-process.ts';
import { findNatsServer } from './find-nats-server.ts';
import { environmentOf, makeUsers, urlWith, violationsIn } from './users.ts';
import type { ServerUsers } from './users.ts';

/** Options of nats-server. */
interface NatsOptions {
  /** default: what findNatsServer finds */
  binary?: string;
  /** where findNatsServer keeps what it fetches */
  cacheDir: string;
  /** its folder, kept from run to run; default: a temporary one, removed by stop */
  storeDir?: string;
  /** default: a free one */
  port?: number;
  /** whoever names no user may do anything, for throw-away servers; default: they may only listen to events */
  open?: boolean;
  /** lines of its configuration in place of our users, e.g. about TLS */
  configuration?: string;
  log?: (line: string) => void;
}

/** Running nats-server with JetStream, on 127.0.0.1. */
export interface Nats {
  /** without a user */
  url: string;
  port: number;
  /** of the process that runs now, or ran last */
  readonly pid: number;
  /** Address with a user and its password; `port` is that of a proxy. */
  urlOf(user: NatsUser, port?: number): string;
  /**
   * Variables with which a service connects. One service creates the streams for all: member-profile, unless a caller that
   * starts another one alone says so.
   */
  environmentOf(
    service: NatsService,
    options?: { createsStreams?: boolean; port?: number },
  ): Record<string, string>;
  /** Lines of its log about what it has refused to its clients. */
  violations(): Promise<string[]>;
  /** Ends the server in order within 10 s, by force after that. */
  stop(): Promise<void>;
  /** Sends a signal (default SIGKILL); resolves once the process has ended, for SIGSTOP and SIGCONT at once. */
  kill(signal?: NodeJS.Signals): Promise<void>;
  /** Starts it again on the same port and store, after stopping it where it runs. */
  restart(): Promise<void>;
}

/**
 * Starts nats-server with JetStream. It stops when this process ends, however it ends; one left over from a killed run is
 * stopped first. Throws where a running program uses the folder.
 */
export async function startNats(options: NatsOptions): Promise<Nats> {
  const log = options.log ?? ((): void => undefined);
  const binary = options.binary ?? (await findNatsServer({ cacheDir: options.cacheDir, log }));
  const temporary = options.storeDir === undefined;
  const folder = resolve(options.storeDir ?? (await mkdtemp(join(tmpdir(), 'warren-nats-'))));
  const removeTemporary = async (): Promise<void> => {
    if (temporary) {
      await rm(folder, { recursive: true, force: true });
    }
  };
  await privateFolder(folder);
  await freeFolder(folder, 'SIGTERM');
  await closeAll(folder);

  const made = makeUsers(options.open === true);
  const users = { ...made, configuration: options.configuration ?? made.configuration };
  const earlier: string[] = [];
  const violations = async (): Promise<string[]> => [
    ...earlier,
    ...violationsIn(await readFile(logIn(folder), 'utf8').catch(() => '')),
  ];
  const first = await startOnSomePort(binary, folder, options.port, temporary, users).catch(
    async (error: unknown) => {
      await removeTemporary();
      throw error;
    },
  );
  const { port } = first;
  let { server } = first;
  log(`nats-server runs on port ${port}, its streams are in ${folder}`);
  return {
    url: `nats://127.0.0.1:${port}`,
    port,
    urlOf: (user, to = port) => urlWith(users, user, to),
    environmentOf: (service, { createsStreams = service === 'member-profile', port: to = port } = {}) =>
      environmentOf(users, service, to, createsStreams),
    violations,
    get pid() {
      return server.pid;
    },
    async stop() {
      await server.stop(10_000);
      await leaveFolder(folder);
      await removeTemporary();
    },
    async kill(signal = 'SIGKILL') {
      server.signal(signal);
      if (signal !== 'SIGSTOP' && signal !== 'SIGCONT') {
        await server.ended;
      }
    },
    async restart() {
      await server.stop(10_000);
      earlier.splice(0, earlier.length, ...(await violations()));
      server = await startOn(binary, folder, port, temporary, users);
    },
  };
}

const logIn = (folder: string): string => join(folder, 'server.log');

async function startOnSomePort(
  binary: string,
  folder: string,
  given: number | undefined,
  temporary: boolean,
  users: ServerUsers,
): Promise<{ server: ServerProcess; port: number }> {
  // a free port can be taken by another program before the server has it
  for (let attempt = 1; ; attempt += 1) {
    const port = await choosePort(given, 'nats-server');
    try {
      return { server: await startOn(binary, folder, port, temporary, users), port };
    } catch (error) {
      if (attempt === 3 || !String(error).includes('address already in use')) {
        throw error;
      }
    }
  }
}

async function startOn(
  binary: string,
  folder: string,
  port: number,
  temporary: boolean,
  users: ServerUsers,
): Promise<ServerProcess> {
  const configFile = join(folder, 'nats.conf');
  const logFile = logIn(folder);
  await writePrivately(
    configFile,
    [
      'host: "127.0.0.1"',
      `port: ${port}`,
      `jetstream { store_dir: ${JSON.stringify(folder)} }`,
      // a client that was killed is noticed within seconds
      'ping_interval: "10s"',
      'ping_max: 2',
      users.configuration,
    ].join('\n'),
  );
  const server = await startServerProcess({
    command: binary,
    args: ['--config', configFile],
    logFile,
    env: { ...process.env, ...users.environment },
    stopSignal: 'SIGTERM',
    ...(temporary && { throwAwayFolders: [folder] }),
  });
  await ownFolder(folder, server.pid);
  await untilReady(server, { name: 'nats-server', logFile, timeoutMs: 30_000, ready: () => greets(port) });
  return server;
}

/** Returns whether a NATS server with JetStream answers on the port: its first line is `INFO {…}`. */
async function greets(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    let received = '';
    const socket = connect({ host: '127.0.0.1', port, timeout: 2_000 });
    const settle = (answer: boolean): void => {
      socket.destroy();
      resolve(answer);
    };
    socket.setEncoding('utf8');
    socket.on('data', (text: string) => {
      received += text;
      if (received.includes('\r\n')) {
        settle(received.startsWith('INFO ') && received.includes('"jetstream":true'));
      }
    });
    socket.once('timeout', () => settle(false));
    socket.once('error', () => settle(false));
    socket.once('close', () => settle(false));
  });
}
