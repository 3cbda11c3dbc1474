import { mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { freeFolder, leaveFolder, ownFolder } from '../folder-owner.ts';
import { choosePort } from '../ports.ts';
import { closeAll, privateFolder, writePrivately } from '../private-files.ts';
import { startServerProcess, untilReady } from '../server-process.ts';
import type { ServerProcess } from '../server-process.ts';
import { findNatsServer } from './find-nats-server.ts';

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
  log?: (line: string) => void;
}

/** Running nats-server with JetStream, on 127.0.0.1. */
export interface Nats {
  url: string;
  port: number;
  /** of the process that runs now, or ran last */
  readonly pid: number;
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

  const first = await startOnSomePort(binary, folder, options.port, temporary).catch(
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
      server = await startOn(binary, folder, port, temporary);
    },
  };
}

async function startOnSomePort(
  binary: string,
  folder: string,
  given: number | undefined,
  temporary: boolean,
): Promise<{ server: ServerProcess; port: number }> {
  // a free port can be taken by another program before the server has it
  for (let attempt = 1; ; attempt += 1) {
    const port = await choosePort(given, 'nats-server');
    try {
      return { server: await startOn(binary, folder, port, temporary), port };
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
): Promise<ServerProcess> {
  const configFile = join(folder, 'nats.conf');
  const logFile = join(folder, 'server.log');
  await writePrivately(
    configFile,
    [
      'host: "127.0.0.1"',
      `port: ${port}`,
      `jetstream { store_dir: ${JSON.stringify(folder)} }`,
      // a client that was killed is noticed within seconds
      'ping_interval: "10s"',
      'ping_max: 2',
      '',
    ].join('\n'),
  );
  const server = await startServerProcess({
    command: binary,
    args: ['--config', configFile],
    logFile,
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
