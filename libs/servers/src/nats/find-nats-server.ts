import { constants } from 'node:fs';
import { access, chmod, copyFile, mkdir, mkdtemp, rename, rm, stat, utimes } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import { reasonOf } from '../error-code.ts';
import { run } from '../run.ts';
import { fetchFromDistribution, fetchFromSuite } from './from-distribution.ts';
import { fetchRelease, pinnedRelease } from './from-release.ts';

/** Oldest version of nats-server that Warren runs with, and the oldest that its makers still maintain. */
const oldest: Version = [2, 9, 0];
const maintained: Version = [2, 12, 7];

type Version = readonly [major: number, minor: number, patch: number];

/** Where a nats-server can be fetched from, into a folder; returns the binary's path. */
interface Source {
  readonly name: string;
  readonly fetch: (folder: string) => Promise<string>;
}

const sourcesOfServers: readonly Source[] = [
  { name: `release ${pinnedRelease.version}`, fetch: async (folder) => fetchRelease(pinnedRelease, folder) },
  // Go binaries need little of the system, so that the package of a later Debian runs on an earlier one.
  { name: 'the package of Debian testing', fetch: async (folder) => fetchFromSuite('testing', folder) },
  { name: 'the package of Debian stable', fetch: async (folder) => fetchFromSuite('stable', folder) },
  { name: "the distribution's package", fetch: fetchFromDistribution },
];

/** How long one that is no longer maintained is used before the next attempt to replace it. */
const retryMs = 24 * 60 * 60_000;

/**
 * Finds the newest nats-server on PATH and in `cacheDir`, else fetches one: a pinned release by checksum, or a package
 * of Debian or the distribution unpacked without root. One in `cacheDir` that is no longer maintained is replaced where
 * a newer one can be fetched. Each attempt has a time limit; where all fail, the error says what to do.
 */
export async function findNatsServer(options: {
  cacheDir: string;
  log?: (line: string) => void;
  /** default: those on PATH */
  installed?: readonly string[];
  sources?: readonly Source[];
}): Promise<string> {
  const { cacheDir, log = (): void => undefined, installed = onPath(), sources = sourcesOfServers } = options;
  const kept = join(cacheDir, 'nats-server');
  const present = await newest([...installed, kept]);
  const isReplaced = present?.binary === kept && isOld(present.version) && (await isDue(kept));
  if (present !== undefined && !isReplaced) {
    tellOld(present.version, log);
    return present.binary;
  }
  const failures: string[] = [];
  for (const source of sources) {
    log(`fetching nats-server: ${source.name}`);
    try {
      tellOld(await keep(source.fetch, kept, present?.version), log);
      return kept;
    } catch (error) {
      const reason = reasonOf(error);
      log(`no nats-server from ${source.name}: ${reason}`);
      failures.push(`${source.name}: ${reason}`);
    }
  }
  if (present !== undefined) {
    await utimes(kept, new Date(), new Date());
    tellOld(present.version, log);
    return kept;
  }
  throw new Error(
    [
      'nats-server was not found: install it (brew install nats-server, apt-get install nats-server, or',
      'https://github.com/nats-io/nats-server/releases) or set NATS_URL to a server with JetStream.',
      'It is not on PATH, and fetching it failed:',
      ...failures.map((failure) => `- ${failure}`),
    ].join('\n'),
  );
}

/** Whether it was fetched, or another was last looked for, long enough ago. */
const isDue = async (kept: string): Promise<boolean> => Date.now() - (await stat(kept)).mtimeMs > retryMs;

/** The newest of those that run; of two alike the first. */
async function newest(
  candidates: readonly string[],
): Promise<{ binary: string; version: Version } | undefined> {
  let best: { binary: string; version: Version } | undefined;
  for (const binary of candidates) {
    const version = await versionOf(binary);
    if (version !== undefined && (best === undefined || isOlder(best.version, version))) {
      best = { binary, version };
    }
  }
  return best;
}

const isOld = (version: Version): boolean => isOlder(version, maintained);

function tellOld(version: Version, log: (line: string) => void): void {
  if (isOld(version)) {
    log(
      `nats-server ${version.join('.')} is no longer maintained and lacks security fixes: keep it on this machine, or install ${maintained.join('.')} or later`,
    );
  }
}

/** Fetches one into the cache. @param than the version that it must be newer than */
async function keep(fetch: Source['fetch'], kept: string, than: Version | undefined): Promise<Version> {
  const cacheDir = dirname(kept);
  await mkdir(cacheDir, { recursive: true });
  const folder = await mkdtemp(join(cacheDir, 'fetching-'));
  try {
    const binary = await fetch(folder);
    await chmod(binary, 0o755);
    const version = await versionOf(binary);
    if (version === undefined) {
      throw new Error(`${binary} does not run on this machine`);
    }
    if (than !== undefined && !isOlder(than, version)) {
      throw new Error(`${version.join('.')} is not newer than ${than.join('.')}, which is there`);
    }
    // By rename, so that a cached binary is always whole.
    await copyFile(binary, join(folder, 'whole'));
    await rename(join(folder, 'whole'), kept);
    return version;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Debian puts it into /usr/sbin, which is not on everybody's PATH. */
function onPath(): string[] {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return [...new Set([...folders, '/usr/sbin', '/usr/local/bin', '/opt/homebrew/bin'])].map((folder) =>
    join(folder, 'nats-server'),
  );
}

/** Version of a binary; undefined where it does not run, or is older than Warren runs with. */
async function versionOf(binary: string): Promise<Version | undefined> {
  const executable = await access(binary, constants.X_OK).then(
    () => true,
    () => false,
  );
  if (!executable) {
    return undefined;
  }
  const reported = await run(binary, ['--version'], { timeoutMs: 10_000 });
  const [, major, minor, patch] = /v?(\d+)\.(\d+)\.(\d+)/.exec(reported.output) ?? [];
  if (!reported.ok || major === undefined) {
    return undefined;
  }
  const version: Version = [Number(major), Number(minor), Number(patch)];
  return isOlder(version, oldest) ? undefined : version;
}

function isOlder(one: Version, other: Version): boolean {
  const at = one.findIndex((part, index) => part !== other[index]);
  return at >= 0 && (one[at] ?? 0) < (other[at] ?? 0);
}
