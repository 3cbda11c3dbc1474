import { execFile } from 'node:child_process';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { codeOf } from '@warren/servers';

const run = promisify(execFile);

/** A small file system in memory that can be filled. */
interface SmallDisk {
  readonly folder: string;
  /** Fills the remaining space. */
  fill(): Promise<void>;
  /** Frees it again. */
  makeRoom(): Promise<void>;
  remove(): Promise<void>;
}

/** Mounts one of the given size in MB; undefined if this user may not mount (it takes root, on Linux). */
export async function smallDisk(megabytes: number): Promise<SmallDisk | undefined> {
  const folder = await mkdtemp(join(tmpdir(), 'warren-disk-'));
  try {
    await run('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=755`, 'tmpfs', folder]);
  } catch {
    await rm(folder, { recursive: true });
    return undefined;
  }
  const filler = join(folder, 'filler');
  return {
    folder,
    fill: async () => {
      const file = await open(filler, 'a');
      for (const size of [1_000_000, 4_096]) {
        await untilFull(async () => file.write(Buffer.alloc(size, 1)));
      }
      await file.close();
    },
    makeRoom: async () => rm(filler, { force: true }),
    remove: async () => {
      await run('umount', ['--lazy', folder]);
      await rm(folder, { recursive: true });
    },
  };
}

async function untilFull(write: () => Promise<unknown>): Promise<void> {
  for (;;) {
    try {
      await write();
    } catch (error) {
      if (codeOf(error) !== 'ENOSPC') {
        throw error;
      }
      return;
    }
  }
}
