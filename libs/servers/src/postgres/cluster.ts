import { createHash, randomBytes } from 'node:crypto';
import { chmod, chown, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { codeOf } from '../error-code.ts';
import { privateFolder, writePrivately } from '../private-files.ts';
import { run } from '../run.ts';
import type { RunAs } from '../run.ts';
import { canEnter, reachableRoot } from './server-user.ts';

/** Initialised cluster: the password of its superuser, from which those of all roles follow, and the folder of its files. */
export interface Cluster {
  password: string;
  files: string;
}

const noteIn = (dataDir: string): string => join(dataDir, 'cluster.json');

/**
 * Opens the cluster of a data folder, and initialises it where needed. `cluster.json` is written last, so that a folder
 * without it is empty or half initialised, and is created again.
 */
export async function openCluster(
  dataDir: string,
  binaries: string,
  runAs: RunAs | undefined,
  log: (line: string) => void,
): Promise<Cluster> {
  await privateFolder(dataDir, { entered: runAs !== undefined });
  const known = await readNote(dataDir);
  const cluster = known ?? (await newCluster(dataDir, binaries, runAs, log));
  // inside the folder the path is noted relative to it, so that a checkout can be moved or copied
  const inside = cluster.files === join(dataDir, 'pgdata');
  await writePrivately(
    noteIn(dataDir),
    JSON.stringify({ ...cluster, files: inside ? 'pgdata' : cluster.files }),
  );
  await chmod(cluster.files, 0o700);
  // No other user needs access where the files lie elsewhere.
  if (!inside) {
    await privateFolder(dataDir);
  }
  return cluster;
}

async function newCluster(
  dataDir: string,
  binaries: string,
  runAs: RunAs | undefined,
  log: (line: string) => void,
): Promise<Cluster> {
  const files = await placeForFiles(dataDir, runAs);
  log(`making a new PostgreSQL cluster in ${files}`);
  const cluster = { password: randomBytes(18).toString('base64url'), files };
  await initialise(cluster, binaries, runAs);
  return cluster;
}

/** Removes a temporary cluster, wherever its files are. */
export async function removeCluster(dataDir: string, cluster: Cluster): Promise<void> {
  await rm(cluster.files, { recursive: true, force: true });
  await rm(dataDir, { recursive: true, force: true });
}

/** Inside the data folder, else (root only) where the server's user can reach them, keyed by the folder's path. */
async function placeForFiles(dataDir: string, runAs: RunAs | undefined): Promise<string> {
  if (await canEnter(dataDir, runAs)) {
    return join(dataDir, 'pgdata');
  }
  const key = createHash('sha256').update(dataDir).digest('hex').slice(0, 16);
  await privateFolder(reachableRoot, { entered: true });
  await privateFolder(join(reachableRoot, 'data'), { entered: true });
  return join(reachableRoot, 'data', key);
}

async function initialise(cluster: Cluster, binaries: string, runAs: RunAs | undefined): Promise<void> {
  const { files, password } = cluster;
  await rm(files, { recursive: true, force: true });
  await mkdir(files, { mode: 0o700 });
  const passwordFile = `${files}.password`;
  await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
  if (runAs !== undefined) {
    await chown(files, runAs.uid, runAs.gid);
    await chown(passwordFile, runAs.uid, runAs.gid);
  }
  // the locale that PostgreSQL brings itself: sorting and case do not depend on what the machine has installed
  const initdb = await run(
    join(binaries, 'bin', 'initdb'),
    [
      `--pgdata=${files}`,
      '--username=warren',
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--no-sync',
      '--no-instructions',
    ],
    { timeoutMs: 120_000, env: serverEnv(), ...(runAs && { runAs }) },
  );
  await rm(passwordFile, { force: true });
  if (!initdb.ok) {
    throw new Error(`PostgreSQL's initdb failed in ${files}:\n${initdb.output}`);
  }
}

/** Environment of PostgreSQL's programs, without anything that would point them elsewhere. */
export function serverEnv(): NodeJS.ProcessEnv {
  const env: NodeJS.ProcessEnv = { PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' };
  return env;
}

async function readNote(dataDir: string): Promise<Cluster | undefined> {
  const text = await readFile(noteIn(dataDir), 'utf8').catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') {
      return undefined;
    }
    throw error;
  });
  if (text === undefined) {
    return undefined;
  }
  const note: unknown = JSON.parse(text);
  if (typeof note !== 'object' || note === null || !('password' in note) || !('files' in note)) {
    return undefined;
  }
  const { password, files } = note;
  if (typeof password !== 'string' || typeof files !== 'string') {
    return undefined;
  }
  const place = resolve(dataDir, files);
  return (await exists(join(place, 'PG_VERSION'))) ? { password, files: place } : undefined;
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
