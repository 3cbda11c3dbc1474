import { existsSync } from 'node:fs';
import { appendFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Build } from './builds.ts';
import { builds, services, webPage } from './builds.ts';
import { ensureBuilt, removeStale } from './ensure-built.ts';

let root = '';
let runs: string[] = [];

const write = async (file: string, text: string): Promise<void> => {
  await mkdir(dirname(join(root, file)), { recursive: true });
  await writeFile(join(root, file), text);
};
const bundle = 'apps/gateway/dist/service/main.js';

/** Writes what a build would, from one source; two files, so that one of them can be missing. */
const run = async (build: Build): Promise<void> => {
  runs.push(build.name);
  for (const folder of build.outputs(root)) {
    await write(join(folder, 'main.js'), await readFile(join(root, 'libs/contracts/src/index.ts'), 'utf8'));
    await write(join(folder, 'packages/packages.js'), 'packages');
  }
};
const ensure = async (build = services): Promise<boolean> => ensureBuilt(root, build, run);

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'warren-build-'));
  runs = [];
  for (const file of [
    'package.json',
    'package-lock.json',
    '.npmrc',
    'tsconfig.json',
    'tsconfig.base.json',
    'rolldown.config.mjs',
    'apps/gateway/src/main.ts',
    'apps/gateway/src/patterns/list.ts',
    'apps/web/src/page.tsx',
    'apps/web/vite.config.ts',
    'libs/contracts/src/index.ts',
    'libs/messaging/src/outbox.ts',
  ]) {
    await write(file, `// ${file}`);
  }
});

afterEach(async () => rm(root, { recursive: true, force: true }));

describe('a build', () => {
  it('runs once where nothing changes', async () => {
    expect([await ensure(), await ensure(), await ensure()]).toEqual([true, false, false]);
    expect(runs).toEqual(['services']);
  });

  it.each([
    'package-lock.json',
    'package.json',
    '.npmrc',
    'tsconfig.json',
    'tsconfig.base.json',
    'rolldown.config.mjs',
    'apps/gateway/src/patterns/list.ts',
    'libs/messaging/src/outbox.ts',
  ])('runs again after %s was changed, added or removed', async (file) => {
    await ensure();
    await appendFile(join(root, file), '//');
    expect(await ensure()).toBe(true);
    await rm(join(root, file));
    expect(await ensure()).toBe(true);
    await write(file, 'new');
    expect(await ensure()).toBe(true);
    expect(await ensure()).toBe(false);
  });

  it('runs again after a source was added, renamed, or two exchanged their contents', async () => {
    await ensure();
    await write('libs/contracts/src/other.ts', 'one');
    expect(await ensure()).toBe(true);
    await write('libs/contracts/src/another.ts', 'two');
    await rm(join(root, 'libs/contracts/src/other.ts'));
    expect(await ensure()).toBe(true);
    await write('libs/contracts/src/other.ts', 'one');
    await ensure();
    await write('libs/contracts/src/other.ts', 'two');
    await write('libs/contracts/src/another.ts', 'one');
    expect(await ensure()).toBe(true);
  });

  it('never serves the outputs of an earlier state of the sources', async () => {
    const source = 'libs/contracts/src/index.ts';
    for (const text of ['first', 'second', 'first']) {
      await write(source, text);
      await ensure();
      expect(await readFile(join(root, bundle), 'utf8')).toBe(text);
    }
  });

  it('does not run for tests, and each for its own app', async () => {
    await ensure();
    await ensure(webPage);
    await write('apps/gateway/src/patterns/list.spec.ts', 'a test');
    await write('apps/gateway/test/http.int.spec.ts', 'a test');
    expect(await ensure()).toBe(false);
    await write('apps/web/src/page.tsx', 'changed');
    expect([await ensure(), await ensure(webPage)]).toEqual([false, true]);
    await write('apps/gateway/src/main.ts', 'changed');
    expect([await ensure(), await ensure(webPage)]).toEqual([true, false]);
  });

  it('runs again where its outputs are missing, incomplete or changed', async () => {
    await ensure();
    await rm(join(root, 'apps/gateway/dist'), { recursive: true });
    expect(await ensure()).toBe(true);
    await rm(join(root, 'apps/gateway/dist/service/packages/packages.js'));
    expect(await ensure()).toBe(true);
    await write(bundle, 'by hand');
    expect(await ensure()).toBe(true);
    await write('.warren/built/services.json', '{"inputs"');
    expect(await ensure()).toBe(true);
  });

  it('runs again where the last one failed or was killed half way', async () => {
    await ensure();
    await write('apps/gateway/src/main.ts', 'changed');
    const killed = async (): Promise<void> => {
      await write(bundle, 'half');
      throw new Error('killed');
    };
    await expect(ensureBuilt(root, services, killed)).rejects.toThrow('killed');
    await write('apps/gateway/src/main.ts', '// apps/gateway/src/main.ts');
    expect(await ensure()).toBe(true);
    expect(await readFile(join(root, bundle), 'utf8')).not.toBe('half');
  });

  it('runs again where a source changed while it ran', async () => {
    await ensureBuilt(root, services, async (build) => {
      await run(build);
      await write('libs/contracts/src/index.ts', 'changed meanwhile');
    });
    expect(await ensure()).toBe(true);
    expect(await readFile(join(root, bundle), 'utf8')).toBe('changed meanwhile');
  });

  it('runs once where two ask for it at the same time', async () => {
    expect((await Promise.all([ensure(), ensure(), ensure()])).filter(Boolean)).toEqual([true]);
  });

  it('leaves no stale outputs where it is to run later', async () => {
    await ensure(webPage);
    await removeStale(root, webPage);
    expect(existsSync(join(root, 'apps/web/dist/page/main.js'))).toBe(true);
    await write('apps/web/src/page.tsx', 'changed');
    await removeStale(root, webPage);
    expect(existsSync(join(root, 'apps/web/dist/page/main.js'))).toBe(false);
    expect(await ensure(webPage)).toBe(true);
  });

  it('has one of the programs of this checkout as its command', () => {
    for (const { command } of builds) {
      expect(existsSync(join(import.meta.dirname, '../../../node_modules/.bin', command[0]))).toBe(true);
    }
  });
});
