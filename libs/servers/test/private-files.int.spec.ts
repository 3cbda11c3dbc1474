import { chmod, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cacheFolder, startNats, startPostgres } from '../src/index.ts';
import { serverUser } from '../src/postgres/server-user.ts';
import { run } from '../src/run.ts';
import { ask } from './ask.ts';

const underRoot = userInfo().uid === 0;

let root: string;
let umask: number;

beforeAll(async () => {
  umask = process.umask(0);
  root = await mkdtemp(join(tmpdir(), 'warren-servers-'));
  // under root the server's user passes through to its files
  await chmod(root, 0o711);
});

afterAll(async () => {
  process.umask(umask);
  await rm(root, { recursive: true, force: true });
});

/** Owner and permissions of an entry that others than its owner can access, or of the folder: `postgres 711`. */
async function openIn(folder: string): Promise<string[]> {
  const names = ['.', ...(await readdir(folder, { recursive: true }))];
  const modes = await Promise.all(names.map(async (name) => ({ name, ...(await stat(join(folder, name))) })));
  return modes
    .filter(({ mode }) => (mode & 0o077) !== 0)
    .map(({ name, mode }) => `${name} ${(mode & 0o777).toString(8)}`);
}

describe('files of the servers', () => {
  it('are readable by their owner only, whatever the umask is, also where they were not before', async () => {
    const [dataDir, storeDir] = [join(root, 'postgres'), join(root, 'nats')];
    for (const round of ['made', 'found open']) {
      const postgres = await startPostgres({ dataDir });
      const nats = await startNats({ cacheDir: cacheFolder, storeDir });
      try {
        await ask(postgres.url, `create table "${round}" as select 'a row' as text`);
        expect(await readdir(dataDir)).toEqual(
          expect.arrayContaining(['cluster.json', 'owner.json', 'pgdata', 'server.log']),
        );
        expect(await openIn(dataDir)).toEqual(underRoot ? ['. 711'] : []);
        expect(await readdir(storeDir)).toEqual(
          expect.arrayContaining(['jetstream', 'nats.conf', 'owner.json', 'server.log']),
        );
        expect(await openIn(storeDir)).toEqual([]);
      } finally {
        await Promise.all([postgres.stop(), nats.stop()]);
      }
      // as earlier versions left them
      for (const folder of [dataDir, storeDir]) {
        await chmod(folder, 0o755);
        for (const name of await readdir(folder)) {
          await chmod(join(folder, name), 0o755);
        }
      }
    }
  });

  // Only root starts the server as somebody else.
  (underRoot ? it : it.skip)('shows the server user its own files and no others', async () => {
    const dataDir = join(root, 'for-another');
    const postgres = await startPostgres({ dataDir });
    try {
      const runAs = (await serverUser())!;
      const may = async (command: string): Promise<boolean> =>
        (await run('/bin/sh', ['-c', command], { timeoutMs: 5_000, cwd: '/', runAs })).ok;
      expect(await may(`ls ${dataDir}/pgdata`)).toBe(true);
      expect(await may(`ls ${dataDir}`)).toBe(false);
      for (const file of ['cluster.json', 'owner.json', 'server.log']) {
        expect(await may(`cat ${dataDir}/${file}`)).toBe(false);
      }
    } finally {
      await postgres.stop();
    }
  });
});
