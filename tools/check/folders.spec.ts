import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { fullFolders, orderProblems } from './folders.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'folders-'));
});

afterEach(async () => {
  await rm(folder, { recursive: true });
});

async function put(...files: string[]): Promise<void> {
  for (const file of files) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), '');
  }
}

const numbered = (count: number, name: (n: number) => string) =>
  Array.from({ length: count }, (_, n) => name(n));

describe('fullFolders', () => {
  it('names a folder of more than sixteen source files, and counts neither specs nor migrations', async () => {
    await put(
      ...numbered(17, (n) => `apps/a/src/full/f${n}.ts`),
      ...numbered(16, (n) => `apps/a/src/right/f${n}.tsx`),
      ...numbered(16, (n) => `apps/a/src/right/f${n}.spec.ts`),
      ...numbered(17, (n) => `apps/a/src/migrations/m${n}.ts`),
      ...numbered(17, (n) => `apps/a/dist/f${n}.ts`),
      ...numbered(2, (n) => `apps/a/src/right/deeper/f${n}.ts`),
    );
    expect(fullFolders(folder)).toEqual([
      'apps/a/src/full holds 17 source files: split it where one idea ends, 16 are the most',
    ]);
  });
});

describe('orderProblems', () => {
  it('names a folder that does not exist, and those that are placed below themselves', async () => {
    await put('apps/a/src/runs/r.ts', 'apps/a/src/state/s.ts', 'apps/a/src/gate/g.ts');
    const orders = { 'apps/a/src': ['runs > gate > state', 'state > gate', 'words'] };
    expect(orderProblems(folder, orders)).toEqual([
      '.oxlintrc.json orders apps/a/src/words, which does not exist',
      '.oxlintrc.json places apps/a/src/gate below itself',
      '.oxlintrc.json places apps/a/src/state below itself',
    ]);
  });

  it('accepts chains that agree', async () => {
    await put('apps/a/src/runs/r.ts', 'apps/a/src/state/s.ts', 'apps/a/src/gate/g.ts');
    expect(orderProblems(folder, { 'apps/a/src': ['runs > state', 'gate > state'] })).toEqual([]);
  });
});
