import { chmod, mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { userInfo } from 'node:os';
import { closeAll, privateFolder, writePrivately } from '../private-files.ts';
import { identify } from '../process-identity.ts';
import type { Running } from './running.ts';
import { runningIn, usualData } from './running.ts';

/** What this version and those before it put there. */
const ours = new Set([
  'postgresql',
  'nats',
  'logs',
  'erasures',
  'uploads',
  'running.json',
  'running.json.new',
]);

/** Of a folder that everybody may write to, as /tmp. */
const sticky = 0o1000;

/**
 * Makes the data folder and closes it, and what an earlier version left open in it, to all but its owner. Only what is
 * surely a data folder: one that others may use too is left as it is, what is ours in it is closed.
 * @param options.ownPostgres under root, PostgreSQL's user must pass through to its files
 */
export async function openDataFolder(data: string, options: { ownPostgres: boolean }): Promise<void> {
  const made = await mkdir(data, { recursive: true });
  const entries = await readdir(data);
  const isOurs = entries.length > 0 && entries.every((name) => ours.has(name));
  const isShared = ((await stat(data)).mode & sticky) !== 0;
  if (made !== undefined || ((data === usualData || isOurs) && !isShared)) {
    await privateFolder(data, { entered: options.ownPostgres && userInfo().uid === 0 });
  }
  for (const folder of ['nats', 'logs']) {
    await privateFolder(join(data, folder));
    await closeAll(join(data, folder));
  }
  // left by a start that was killed
  if (entries.includes('running.json')) await chmod(runningIn(data), 0o600);
}

/** Writes down which servers run, for the commands that work on them; returns what takes the note away again. */
export async function noteRunning(data: string, running: Running): Promise<() => Promise<void>> {
  await writePrivately(runningIn(data), JSON.stringify({ ...running, starter: await identify(process.pid) }));
  return async () => rm(runningIn(data), { force: true });
}
