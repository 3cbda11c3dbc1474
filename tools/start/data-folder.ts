import { chmod, mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { userInfo } from 'node:os';
import { closeAll, privateFolder, writePrivately } from '@warren/servers';
import type { Running } from './running.ts';
import { runningIn } from './running.ts';

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

/**
 * Makes the data folder and closes it, and what an earlier version left open in it, to all but its owner. A folder that
 * holds other things too is left as it is, what is ours in it is closed.
 * @param options.ownPostgres under root, PostgreSQL's user must pass through to its files
 */
export async function openDataFolder(data: string, options: { ownPostgres: boolean }): Promise<void> {
  const made = await mkdir(data, { recursive: true });
  const entries = await readdir(data);
  if (made !== undefined || entries.every((name) => ours.has(name) || name.startsWith('.'))) {
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
  await writePrivately(runningIn(data), JSON.stringify(running));
  return async () => rm(runningIn(data), { force: true });
}
