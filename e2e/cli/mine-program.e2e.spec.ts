import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import { constants } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { sample } from '../support.ts';
import { Mined, mine, mineIn, startMine } from './mine-command.ts';
import { made, mineFolder, ndjson } from './mine-files.ts';
import type { MineFolder } from './mine-files.ts';

let folder: MineFolder;
beforeAll(async () => {
  folder = await mineFolder();
});
afterAll(async () => folder.remove());

describe('npm run mine with wrong arguments', () => {
  beforeAll(async () => {
    await mkdir(join(folder.path, 'folder.json'));
    await folder.write('good.ndjson', ndjson(made()));
    for (const [name, content] of [
      ['empty.ndjson', ''],
      ['empty.csv', ''],
      ['empty.json', '[]'],
      ['all-bad.jsonl', '{"email": \n{"email": \n'],
    ] as const) {
      await folder.write(name, content);
    }
  });

  it.each([
    ['an option that is unknown', ['good.ndjson', '--jsn'], 2, "Unknown option '--jsn'"],
    ['a folder', ['folder.json'], 1, 'is a folder'],
    ['an empty file', ['empty.ndjson'], 1, 'holds no members'],
    ['an empty table', ['empty.csv'], 1, 'holds no members'],
    ['an empty list', ['empty.json'], 1, 'no item could be taken'],
    ['lines that are all bad', ['all-bad.jsonl'], 1, 'no item could be taken'],
    ['an unknown focus', ['good.ndjson', '--focus', 'falcnry'], 1, 'nearest are Falconry'],
  ])('%s: says what to do and prints no result', async (_what, [file = '', ...args], code, message) => {
    const outcome = await mine(join(folder.path, file), ...args, '--json');
    expect(outcome).toMatchObject({ code, stdout: '', stderr: expect.stringContaining(message) });
  });

  it('continues with the known areas', async () => {
    const { code, stdout, stderr } = await mine(
      join(folder.path, 'good.ndjson'),
      '--focus',
      'falconry,wovels',
      '--json',
    );
    expect(code).toBe(0);
    expect(Mined.parse(JSON.parse(stdout)).candidates.length).toBeGreaterThan(0);
    expect(stderr).toContain('--focus wovels: no facet');
  });

  it('prints help on request', async () => {
    const { code, stdout } = await mine('--help');
    expect(code).toBe(0);
    for (const word of ['FILE', '--json', '--q', '--focus', '--all', 'line 12']) {
      expect(stdout).toContain(word);
    }
  });
});

describe('npm run mine as a process', () => {
  it('prints what the command does, and ends with its code', async () => {
    const file = await folder.write('both.ndjson', ndjson(made()));
    expect((await mineIn(folder.path, file, '--json')).stdout).toBe((await mine(file, '--json')).stdout);
    expect(await mineIn(folder.path, 'nowhere.ndjson', '--json')).toMatchObject({
      code: 1,
      stdout: '',
      stderr: expect.stringContaining('There is no file nowhere.ndjson'),
    });
  });

  /** A file that takes many seconds to read. */
  const many = 400_000;
  const start = (...args: string[]) => startMine(folder.path, ...args);

  it('reports progress of long work on standard error, and ends at once on SIGINT', async () => {
    const lines = Array.from(
      { length: many },
      (_, at) => `{"external_id":"m${at}","skills":["a${at % 900}"]}\n`,
    );
    const child = start(await folder.write('many.ndjson', lines.join('')), '--json');
    let printed = '';
    child.stdout.on('data', (piece: Buffer) => (printed += piece.toString()));
    const [progress] = z.tuple([z.instanceof(Buffer)]).parse(await once(child.stderr, 'data'));
    expect(progress.toString()).toMatch(/^Reading .*many\.ndjson: [\d,]+ members …\n/);
    const from = performance.now();
    child.kill('SIGINT');
    await once(child, 'close');
    expect(child.exitCode ?? 128 + constants.signals[child.signalCode ?? 'SIGKILL']).toBe(130);
    expect(performance.now() - from).toBeLessThan(5_000);
    expect(printed).toBe('');
  });

  it('reports no progress of short work', async () => {
    const file = await folder.write('three.ndjson', ndjson(made().slice(0, 3)));
    const from = performance.now();
    const { stderr } = await mineIn(folder.path, file);
    // On a busy machine even this may take long enough for a report.
    if (performance.now() - from < 2_000) {
      expect(stderr).toBe('');
    }
    expect(stderr).toMatch(/^(?:(?:Reading|Read|Mining|Mined) [^\n]*\n)*$/);
  });

  it('ends cleanly when the reader of its output closes the pipe', async () => {
    const child = start(sample, '--json', '--all');
    const errors = text(child.stderr);
    child.stdout.destroy();
    await once(child, 'close');
    expect([child.exitCode, child.signalCode]).toEqual([0, null]);
    expect(await errors).not.toMatch(/EPIPE|\bat /);
  });
});
