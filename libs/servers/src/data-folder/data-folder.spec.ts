import { chmod, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { noteRunning, openDataFolder } from './data-folder.ts';
import { readRunning } from './running.ts';

let root: string;
let umask: number;

beforeEach(async () => {
  umask = process.umask(0);
  root = await mkdtemp(join(tmpdir(), 'warren-data-'));
});

afterEach(async () => {
  process.umask(umask);
  await rm(root, { recursive: true, force: true });
});

const modeOf = async (...path: string[]): Promise<string> =>
  ((await stat(join(root, ...path))).mode & 0o7777).toString(8);
/** Under root PostgreSQL's user passes through, and sees nothing. */
const entered = userInfo().uid === 0 ? '711' : '700';

it('creates the data folder and its content for its owner only', async () => {
  await openDataFolder(join(root, 'data'), { ownPostgres: true });
  expect(await modeOf('data')).toBe(entered);
  await openDataFolder(join(root, 'without'), { ownPostgres: false });
  expect(await modeOf('without')).toBe('700');
  const running = { databaseUrl: 'postgresql://x:secret@127.0.0.1/x', natsUrl: 'nats://127.0.0.1' };
  const gone = await noteRunning(join(root, 'data'), running);
  expect(await modeOf('data', 'running.json')).toBe('600');
  expect(await readRunning(join(root, 'data'))).toEqual(running);
  await gone();
  expect(await readRunning(join(root, 'data'))).toBeUndefined();
});

it('restricts what an earlier version left readable, down to the last log', async () => {
  await mkdir(join(root, 'data/postgresql'), { recursive: true });
  await mkdir(join(root, 'data/logs/warren_x'), { recursive: true });
  await mkdir(join(root, 'data/nats/warren_x/jetstream'), { recursive: true });
  for (const file of ['running.json', 'logs/warren_x/gateway.log', 'nats/warren_x/nats.conf']) {
    await writeFile(join(root, 'data', file), '{}');
  }
  await openDataFolder(join(root, 'data'), { ownPostgres: true });
  expect(await modeOf('data')).toBe(entered);
  for (const folder of ['logs', 'logs/warren_x', 'nats', 'nats/warren_x', 'nats/warren_x/jetstream']) {
    expect([folder, await modeOf('data', folder)]).toEqual([folder, '700']);
  }
  for (const file of ['running.json', 'logs/warren_x/gateway.log', 'nats/warren_x/nats.conf']) {
    expect([file, await modeOf('data', file)]).toEqual([file, '600']);
  }
});

it.each([
  ['that is empty', []],
  ['with dot files only', ['.bashrc']],
  ['with dot files beside what is ours', ['.ssh', 'running.json']],
])('leaves a folder open that was there, %s', async (_what, files) => {
  await mkdir(join(root, 'there'));
  await chmod(join(root, 'there'), 0o755);
  for (const file of files) {
    await writeFile(join(root, 'there', file), '{}');
  }
  await openDataFolder(join(root, 'there'), { ownPostgres: true });
  expect(await modeOf('there')).toBe('755');
  expect(await modeOf('there', 'logs')).toBe('700');
});

it('never removes the sticky bit of a folder, even where all in it is ours', async () => {
  await chmod(root, 0o1777);
  await openDataFolder(root, { ownPostgres: true });
  await openDataFolder(root, { ownPostgres: true });
  expect(await modeOf()).toBe('1777');
});

it('ignores the record of a start that was killed, even where its servers are elsewhere', async () => {
  const running = { databaseUrl: 'postgresql://x@elsewhere.example/x', natsUrl: 'nats://elsewhere.example' };
  await openDataFolder(join(root, 'data'), { ownPostgres: false });
  await noteRunning(join(root, 'data'), running);
  expect(await readRunning(join(root, 'data'))).toEqual(running);
  const note = join(root, 'data/running.json');
  await writeFile(note, (await readFile(note, 'utf8')).replace(/"started":"/, '"started":"not '));
  expect(await readRunning(join(root, 'data'))).toBeUndefined();
});

it('restricts its own files in a folder with others, and leaves that folder as it is', async () => {
  await chmod(root, 0o1777);
  await writeFile(join(root, 'of somebody else'), '');
  await openDataFolder(root, { ownPostgres: true });
  expect(await modeOf()).toBe('1777');
  expect(await modeOf('logs')).toBe('700');
});
