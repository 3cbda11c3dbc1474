import { createHash } from 'node:crypto';
import { access, copyFile, mkdir, mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { cacheFolder, findNatsServer } from '../src/index.ts';
import { fetchRelease } from '../src/nats/from-release.ts';
import { run } from '../src/run.ts';

let folder: string;
let server: Server | undefined;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'warren-servers-'));
});

afterEach(async () => {
  server?.closeAllConnections();
  server?.close();
  server = undefined;
  await rm(folder, { recursive: true, force: true });
});

const system = `${process.platform}-${process.arch === 'x64' ? 'amd64' : process.arch}`;

/** Serves files as the page of a release; without files it accepts and never answers. */
async function serve(files: Record<string, Buffer> | undefined): Promise<string> {
  const running = createServer((request, response) => {
    if (files === undefined) {
      return;
    }
    const file = files[request.url?.slice(1) ?? ''];
    response.writeHead(file === undefined ? 404 : 200).end(file);
  });
  server = running;
  await new Promise<void>((resolve) => running.listen(0, '127.0.0.1', resolve));
  const address = running.address();
  if (address === null || typeof address === 'string') {
    throw new Error('no address');
  }
  return `http://127.0.0.1:${address.port}`;
}

async function archiveOfVersion(version: string): Promise<{ name: string; bytes: Buffer; sha256: string }> {
  const name = `nats-server-${version}-${system}`;
  await mkdir(join(folder, name));
  await writeFile(join(folder, name, 'nats-server'), `#!/bin/sh\necho nats-server: ${version}\n`, {
    mode: 0o755,
  });
  await run('tar', ['-czf', join(folder, 'made.tar.gz'), '-C', folder, name], { timeoutMs: 10_000 });
  const bytes = await readFile(join(folder, 'made.tar.gz'));
  return { name: `${name}.tar.gz`, bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
}

describe('findNatsServer', () => {
  it('finds one that runs, the second time without fetching anything', async () => {
    const first = await findNatsServer({ cacheDir: folder });
    const lines: string[] = [];
    expect(await findNatsServer({ cacheDir: folder, log: (line) => lines.push(line) })).toBe(first);
    expect(lines.filter((line) => !line.includes('no longer maintained'))).toEqual([]);
    expect((await run(first, ['--version'], { timeoutMs: 5_000 })).output).toMatch(/nats-server: v2\.\d+/);
  });

  const fake = async (name: string, version: string): Promise<string> => {
    await mkdir(join(folder, name), { recursive: true });
    await writeFile(join(folder, name, 'nats-server'), `#!/bin/sh\necho nats-server: v${version}\n`, {
      mode: 0o755,
    });
    return join(folder, name);
  };

  it('takes the newest of those that are there', async () => {
    const path = process.env['PATH'];
    const lines: string[] = [];
    try {
      process.env['PATH'] = `${await fake('old', '2.9.25')}:${await fake('newer', '9.0.1')}:${path}`;
      const found = await findNatsServer({ cacheDir: folder, log: (line) => lines.push(line) });
      expect(found).toBe(join(folder, 'newer', 'nats-server'));
      expect(lines).toEqual([]);
    } finally {
      process.env['PATH'] = path;
    }
  });

  it('fetches again where the cached one does not run', async () => {
    await writeFile(join(folder, 'nats-server'), 'half a binary', { mode: 0o755 });
    const found = await findNatsServer({ cacheDir: folder });
    expect((await run(found, ['--version'], { timeoutMs: 5_000 })).ok).toBe(true);
  });
});

describe('a cached nats-server that is no longer maintained', () => {
  const daysAgo = (days: number): Date => new Date(Date.now() - days * 24 * 60 * 60_000);
  const lines: string[] = [];
  let fetched: string[];

  beforeEach(async () => {
    lines.length = 0;
    fetched = [];
    await writeFile(join(folder, 'nats-server'), '#!/bin/sh\necho nats-server: v2.9.10\n', { mode: 0o755 });
    await utimes(join(folder, 'nats-server'), daysAgo(2), daysAgo(2));
  });

  const source = (
    name: string,
    binary: string,
  ): { name: string; fetch: (into: string) => Promise<string> } => ({
    name,
    fetch: async (into) => {
      fetched.push(name);
      await copyFile(binary, join(into, 'fetched'));
      return join(into, 'fetched');
    },
  });
  const find = async (sources: ReturnType<typeof source>[]): Promise<string> => {
    const found = await findNatsServer({
      cacheDir: folder,
      installed: [],
      sources,
      log: (line) => lines.push(line),
    });
    expect(found).toBe(join(folder, 'nats-server'));
    return (await run(found, ['--version'], { timeoutMs: 5_000 })).output;
  };

  it('is replaced by the first newer one that can be fetched', async () => {
    const real = await findNatsServer({ cacheDir: cacheFolder });
    const reported = await run(real, ['--version'], { timeoutMs: 5_000 });
    const sources = [
      source('gone', join(folder, 'gone')),
      source('the same', join(folder, 'nats-server')),
      source('a newer one', real),
      source('another', real),
    ];
    expect(await find(sources)).toBe(reported.output);
    expect(fetched).toEqual(['gone', 'the same', 'a newer one']);
    expect(lines).toContain('no nats-server from the same: 2.9.10 is not newer than 2.9.10, which is there');
  });

  it('is used where none can be fetched, which is said, and attempted once a day', async () => {
    const sources = [source('gone', join(folder, 'gone'))];
    expect(await find(sources)).toBe('nats-server: v2.9.10');
    expect(lines.slice(1)).toEqual([
      expect.stringContaining('no nats-server from gone: '),
      expect.stringContaining('nats-server 2.9.10 is no longer maintained'),
    ]);
    expect(await find(sources)).toBe('nats-server: v2.9.10');
    expect(fetched).toEqual(['gone']);
  });
});

describe('fetchRelease', () => {
  it('unpacks an archive with the pinned checksum', async () => {
    const { name, bytes, sha256 } = await archiveOfVersion('v9.9.9');
    const url = await serve({ [name]: bytes });
    const binary = await fetchRelease({ version: 'v9.9.9', url, sha256: { [system]: sha256 } }, folder);
    expect((await run(binary, ['--version'], { timeoutMs: 5_000 })).output).toBe('nats-server: v9.9.9');
  });

  it('uses the published checksums where none is pinned', async () => {
    const { name, bytes, sha256 } = await archiveOfVersion('v9.9.9');
    const url = await serve({ [name]: bytes, SHA256SUMS: Buffer.from(`${sha256}  ${name}\n`) });
    await access(await fetchRelease({ version: 'v9.9.9', url, sha256: {} }, folder));
  });

  it('rejects an archive with another checksum', async () => {
    const { name, bytes } = await archiveOfVersion('v9.9.9');
    const url = await serve({ [name]: bytes });
    const fetched = fetchRelease({ version: 'v9.9.9', url, sha256: { [system]: 'f'.repeat(64) } }, folder);
    await expect(fetched).rejects.toThrow('has the checksum');
  });

  it('gives up on a server that does not answer within 5 s', async () => {
    const url = await serve(undefined);
    await expect(fetchRelease({ version: 'v9.9.9', url, sha256: {} }, folder)).rejects.toThrow(
      'no answer within 5 s',
    );
  });
});
