import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { run } from '../run.ts';

/** Release of nats-server: the URL of its archives, and their checksums. */
interface Release {
  version: string;
  url: string;
  sha256: Record<string, string>;
}

/**
 * Release to fetch. The Linux checksums are those in the Dockerfile of the official image of this version; for other
 * systems the archive is compared with the SHA256SUMS file of the same release, which proves its integrity, and leaves
 * its origin to TLS.
 */
export const pinnedRelease: Release = {
  version: 'v2.12.15',
  url: 'https://github.com/nats-io/nats-server/releases/download/v2.12.15',
  sha256: {
    'linux-amd64': '58ab8131f819263897e2fc38e503e1b755b63bcafeecc7d12582487df48ca15e',
    'linux-arm64': 'b724db99fefbf8f5c808baa82819ee50350aee9734017e4a478f7e545cef3ab6',
  },
};

/** Downloads the release for this machine into a folder, checks it and unpacks it; returns the binary's path. */
export async function fetchRelease(release: Release, folder: string): Promise<string> {
  const system = `${process.platform}-${process.arch === 'x64' ? 'amd64' : process.arch}`;
  if (!/^(linux|darwin)-(amd64|arm64)$/.test(system)) {
    throw new Error(`no release is known for ${system}`);
  }
  const name = `nats-server-${release.version}-${system}`;
  const archive = await download(`${release.url}/${name}.tar.gz`);
  const expected = release.sha256[system] ?? (await publishedChecksum(release, `${name}.tar.gz`));
  const actual = createHash('sha256').update(archive).digest('hex');
  if (actual !== expected) {
    throw new Error(`${name}.tar.gz has the checksum ${actual}, expected ${expected}`);
  }
  const file = join(folder, 'release.tar.gz');
  await writeFile(file, archive);
  const unpacked = await run('tar', ['-xzf', file, '-C', folder], { timeoutMs: 60_000 });
  if (!unpacked.ok) {
    throw new Error(`the archive cannot be unpacked: ${unpacked.output}`);
  }
  return join(folder, name, 'nats-server');
}

async function publishedChecksum(release: Release, name: string): Promise<string> {
  const list = (await download(`${release.url}/SHA256SUMS`)).toString('utf8');
  const line = list.split('\n').find((entry) => entry.trim().endsWith(name));
  const checksum = line?.trim().split(/\s+/)[0];
  if (checksum === undefined) {
    throw new Error(`SHA256SUMS does not name ${name}`);
  }
  return checksum;
}

/**
 * Fetches with 5 s to the response, so that a machine without internet continues quickly, and two minutes to its end.
 */
async function download(url: string): Promise<Buffer> {
  const control = new AbortController();
  const stop = (reason: string): void => control.abort(new Error(`${url}: ${reason}`));
  let timer = setTimeout(() => stop('no answer within 5 s'), 5_000);
  try {
    const response = await fetch(url, { signal: control.signal });
    clearTimeout(timer);
    timer = setTimeout(() => stop('not downloaded within 120 s'), 120_000);
    if (!response.ok) {
      throw new Error(`${url}: ${response.status} ${response.statusText}`);
    }
    return Buffer.from(await response.arrayBuffer());
  } finally {
    clearTimeout(timer);
  }
}
