import { userInfo } from 'node:os';
import { run } from '../run.ts';
import type { RunAs } from '../run.ts';

/**
 * User that PostgreSQL runs as. It does not run as root, so under root it is `postgres` where the machine has that user,
 * else `nobody`, which every machine has (creating a user would change the machine). Undefined: the current user.
 */
export async function serverUser(): Promise<RunAs | undefined> {
  if (userInfo().uid !== 0) {
    return undefined;
  }
  for (const name of ['postgres', 'nobody']) {
    const uid = await run('id', ['-u', name], { timeoutMs: 5_000 });
    const gid = await run('id', ['-g', name], { timeoutMs: 5_000 });
    if (uid.ok && gid.ok) {
      return { uid: Number(uid.output), gid: Number(gid.output) };
    }
  }
  throw new Error(
    'PostgreSQL does not run as root, and this machine has neither a user "postgres" nor "nobody": run as another user, or set DATABASE_URL',
  );
}

/** Returns whether the user can enter a folder and read in it. */
export async function canReach(folder: string, runAs: RunAs | undefined): Promise<boolean> {
  return holds('test -r "$1" && test -x "$1"', folder, runAs);
}

/** Returns whether the user can traverse a folder. */
export async function canEnter(folder: string, runAs: RunAs | undefined): Promise<boolean> {
  return holds('test -x "$1"', folder, runAs);
}

async function holds(test: string, folder: string, runAs: RunAs | undefined): Promise<boolean> {
  const tested = await run('/bin/sh', ['-c', test, 'sh', folder], {
    timeoutMs: 5_000,
    ...(runAs && { runAs }),
  });
  return tested.ok;
}

/** Folder of files that a server's user must access where the checkout lies below a folder that only root can enter. */
export const reachableRoot = '/var/lib/warren';
