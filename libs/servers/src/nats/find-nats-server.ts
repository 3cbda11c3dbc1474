import { constants } from 'node:fs';
import { access, chmod, copyFile, mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { reasonOf } from '../error-code.ts';
import { run } from '../run.ts';
import { fetchFromDistribution } from './from-distribution.ts';
import { fetchRelease, pinnedRelease } from './from-release.ts';

/** Oldest supported version of nats-server. */
const oldest = { major: 2, minor: 9 };

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
  for (const candidate of [...onPath(), kept]) {
    if (await usable(candidate)) {
      return candidate;
    }
  }
  const sources: { name: string; fetch: (folder: string) => Promise<string> }[] = [
    { name: `release ${pinnedRelease.version}`, fetch: (folder) => fetchRelease(pinnedRelease, folder) },
    { name: "the distribution's package", fetch: fetchFromDistribution },
  ];
  const failures: string[] = [];
  for (const source of sources) {
    log(`fetching nats-server: ${source.name}`);
    try {
      await keep(source.fetch, options.cacheDir, kept);
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

async function keep(
  fetch: (folder: string) => Promise<string>,
  cacheDir: string,
  kept: string,
): Promise<void> {
  await mkdir(cacheDir, { recursive: true });
  const folder = await mkdtemp(join(cacheDir, 'fetching-'));
  try {
    const binary = await fetch(folder);
    await chmod(binary, 0o755);
    if (!(await usable(binary))) {
      throw new Error(`${binary} does not run on this machine`);
    }
    // By rename, so that a cached binary is always whole.
    await copyFile(binary, join(folder, 'whole'));
    await rename(join(folder, 'whole'), kept);
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

async function usable(binary: string): Promise<boolean> {
  const executable = await access(binary, constants.X_OK).then(
    () => true,
    () => false,
  );
  if (!executable) {
    return false;
  }
  const reported = await run(binary, ['--version'], { timeoutMs: 10_000 });
  const version = /v?(\d+)\.(\d+)\.\d+/.exec(reported.output);
  if (!reported.ok || version === null) {
    return false;
  }
  const [major, minor] = [Number(version[1]), Number(version[2])];
  return major > oldest.major || (major === oldest.major && minor >= oldest.minor);
}
