import { chmod, mkdir, readdir, rm, stat } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { closeAll, privateFolder, writePrivately } from '../private-files.ts';
import { identify } from '../process-identity.ts';
import type { Running } from './running.ts';
import { runningIn, usualData } from './running.ts';

/** Names that this and earlier versions create there. */
const ours = new Set([
  'postgresql',
  'nats',
  'logs',
  'erasures',
  'uploads',
  'communities.json',
  'communities.json.new',
  'running.json',
  'running.json.new',
]);

/** Sticky bit, as of a folder like /tmp that everybody may write to. */
const sticky = 0o1000;

/**
 * Creates the data folder and restricts it, with what an earlier version left accessible in it, to its owner. A folder that
 * may have other uses is left as it is, and only our files in it are restricted.
 * @param options.ownPostgres under root, PostgreSQL's user must traverse it to its files
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
  // Left over from a start that was killed.
  if (entries.includes('running.json')) {
    await chmod(runningIn(data), 0o600);
  }
}

/** Records which servers run, for the commands that use them; returns a function that removes the record. */
export async function noteRunning(data: string, running: Running): Promise<() => Promise<void>> {
  await writePrivately(runningIn(data), JSON.stringify({ ...running, starter: await identify(process.pid) }));
  return async () => rm(runningIn(data), { force: true });
}
