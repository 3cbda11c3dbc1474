import { constants } from 'node:fs';
import { access, chmod, copyFile, mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { reasonOf } from '../error-code.ts';
import { run } from '../run.ts';
import { fetchFromDistribution, fetchFromSuite } from './from-distribution.ts';
import { fetchRelease, pinnedRelease } from './from-release.ts';

/** Oldest version of nats-server that Warren runs with, and the oldest that its makers still maintain. */
const oldest: Version = [2, 9, 0];
const maintained: Version = [2, 12, 7];

type Version = readonly [major: number, minor: number, patch: number];

/**
 * Finds a nats-server, in this order: on PATH, one cached in `cacheDir`, a pinned release by checksum, the
 * distribution's package unpacked without root. Each attempt has a time limit; where all fail, the error says what to
 * do.
 */
export async function findNatsServer(options: {
  cacheDir: string;
  log?: (line: string) => void;
}): Promise<string> {
  const log = options.log ?? ((): void => undefined);
  const kept = join(options.cacheDir, 'nats-server');
  const present = await newest([...onPath(), kept]);
  if (present !== undefined) {
    tellOld(present.version, log);
    return present.binary;
  }
  const sources: { name: string; fetch: (folder: string) => Promise<string> }[] = [
    { name: `release ${pinnedRelease.version}`, fetch: (folder) => fetchRelease(pinnedRelease, folder) },
    // Go binaries need little of the system, so that the package of a later Debian runs on an earlier one.
    { name: 'the package of Debian testing', fetch: (folder) => fetchFromSuite('testing', folder) },
    { name: 'the package of Debian stable', fetch: (folder) => fetchFromSuite('stable', folder) },
    { name: "the distribution's package", fetch: fetchFromDistribution },
  ];
  const failures: string[] = [];
  for (const source of sources) {
    log(`fetching nats-server: ${source.name}`);
    try {
      tellOld(await keep(source.fetch, options.cacheDir, kept), log);
      return kept;
    } catch (error) {
      const reason = reasonOf(error);
      log(`no nats-server from ${source.name}: ${reason}`);
      failures.push(`${source.name}: ${reason}`);
    }
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

function tellOld(version: Version, log: (line: string) => void): void {
  if (isOlder(version, maintained)) {
    log(
      `nats-server ${version.join('.')} is no longer maintained and lacks security fixes: keep it on this machine, or install ${maintained.join('.')} or later`,
    );
  }
}

async function keep(
  fetch: (folder: string) => Promise<string>,
  cacheDir: string,
  kept: string,
): Promise<Version> {
  await mkdir(cacheDir, { recursive: true });
  const folder = await mkdtemp(join(cacheDir, 'fetching-'));
  try {
    const binary = await fetch(folder);
    await chmod(binary, 0o755);
    const version = await versionOf(binary);
    if (version === undefined) {
      throw new Error(`${binary} does not run on this machine`);
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
