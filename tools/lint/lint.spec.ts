import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { z } from 'zod';

const root = join(import.meta.dirname, '../..');
const Report = z.object({ diagnostics: z.array(z.object({ message: z.string(), filename: z.string() })) });

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lint-'));
});

afterEach(async () => {
  await rm(folder, { recursive: true });
});

/** Runs one rule of this workspace on `files`; returns a line for each problem. */
async function lint(rule: string, files: Record<string, string>, options: unknown[] = []): Promise<string[]> {
  const config = {
    categories: { correctness: 'off' },
    plugins: [],
    jsPlugins: [join(root, 'tools/lint/plugin.mjs')],
    rules: { [rule]: ['error', ...options] },
  };
  for (const [name, text] of Object.entries({ '.oxlintrc.json': JSON.stringify(config), ...files })) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
  const printed = await new Promise<string>((resolve) => {
    const oxlint = join(root, 'node_modules/oxlint/bin/oxlint');
    execFile(process.execPath, [oxlint, '-f', 'json'], { cwd: folder }, (_error, stdout) => resolve(stdout));
  });
  const { diagnostics } = Report.parse(JSON.parse(printed));
  return diagnostics.map(({ filename, message }) => `${filename}: ${message}`).sort();
}

describe('warren/folder-order', () => {
  const orders = [{ 'app/src': ['runs > patterns > state', 'erasure > patterns', 'migrations'] }];
  const inOrder = (files: Record<string, string>) => lint('warren/folder-order', files, orders);

  it('lets a folder import what lies below it in any of its chains', async () => {
    const problems = await inOrder({
      'app/src/runs/run.ts':
        "import '../patterns/a.ts'; import type { S } from '../state/s.ts'; import './job.ts';",
      'app/src/erasure/erase.ts': "export * from '../state/s.ts';",
      'app/src/patterns/a.ts': "import '../config.ts'; import 'zod'; import '@warren/contracts';",
    });
    expect(problems).toEqual([]);
  });

  it.each([
    ['a value', "import '../runs/run.ts';"],
    ['a type', "import type { Run } from '../runs/run.ts';"],
    ['a name passed on', "export { run } from '../runs/run.ts';"],
    ['all that is passed on', "export * from '../runs/run.ts';"],
    ['what is loaded later', "export const run = () => import('../runs/run.ts');"],
    ['a type in place', "export type Run = import('../runs/run.ts').Run;"],
  ])('forbids %s from a folder above, and names the allowed direction', async (_what, text) => {
    const problems = await inOrder({ 'app/src/patterns/deeper/a.ts': text.replace('../', '../../') });
    expect(problems).toEqual([
      'app/src/patterns/deeper/a.ts: patterns must not import runs; runs may import patterns, not the other way round: ' +
        'move what both need into patterns or below it. ' +
        'Order of app/src: runs > patterns > state, erasure > patterns, migrations.',
    ]);
  });

  it('forbids an import between folders that no chain joins', async () => {
    const problems = await inOrder({ 'app/src/erasure/erase.ts': "import '../runs/run.ts';" });
    expect(problems).toEqual([
      expect.stringContaining('erasure must not import runs; neither may import the other'),
    ]);
  });

  it('asks for a place in the order for a folder that has none', async () => {
    const problems = await inOrder({ 'app/src/helpers/a.ts': 'export const a = 1;' });
    expect(problems).toEqual([expect.stringContaining('app/src/helpers has no place in the order')]);
  });

  it('leaves specs, the files beside the folders and other projects alone', async () => {
    const problems = await inOrder({
      'app/src/app.module.ts': "import './runs/run.ts';",
      'app/src/state/s.spec.ts': "import '../runs/run.ts';",
      'other/src/state/s.ts': "import '../runs/run.ts';",
    });
    expect(problems).toEqual([]);
  });
});

describe('warren/constant-case', () => {
  it('asks for lowerCamel where a constant or a property is in upper case', async () => {
    const problems = await lint('warren/constant-case', {
      'a.ts': 'export const MOST_SHARED = 20; const Q = 0.05; class A { static LEAST = Q; }',
      'c.ts':
        "export { most as MOST } from './b.ts'; import { read as READ } from './b.ts'; import { URL } from 'node:url';",
      'b.ts': 'const most = 1; const Text = most; const env = { NATS_URL: Text }; const { PORT } = env;',
    });
    expect(problems).toEqual([
      'a.ts: Name LEAST in lowerCamel: upper case is for the environment.',
      'a.ts: Name MOST_SHARED in lowerCamel: upper case is for the environment.',
      'a.ts: Name Q in lowerCamel: upper case is for the environment.',
      'c.ts: Name MOST in lowerCamel: upper case is for the environment.',
      'c.ts: Name READ in lowerCamel: upper case is for the environment.',
    ]);
  });
});

describe('warren/private-members', () => {
  it('asks for the word private in place of a sharp', async () => {
    const problems = await lint('warren/private-members', {
      'a.ts': 'export class A { #of = 1; private other = 2; #read() { return this.#of + this.other; } }',
    });
    expect(problems).toEqual([
      'a.ts: Write private of in place of #of.',
      'a.ts: Write private read in place of #read.',
    ]);
  });
});
