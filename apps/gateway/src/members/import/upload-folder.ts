import { Injectable, Logger } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { Shutdown } from '@warren/messaging';
import { createHash, randomUUID } from 'node:crypto';
import { readFileSync, readlinkSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm, stat, utimes } from 'node:fs/promises';
import { hostname } from 'node:os';
import { basename, join } from 'node:path';
import { Settings } from '../../settings.ts';

const signMs = 60_000;
/** Whoever gave no sign for so long is gone, where its process cannot be asked for. */
const silentMs = 15 * 60_000;

/**
 * Where processes know each other by their ids, as folders are named: on one host since it was started, and there in one
 * container. Two containers may well have one name, and both a process 1.
 */
export const thisPlace = `${hostname()}-${createHash('sha256')
  .update(unlessMissing(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8')))
  .update(unlessMissing(() => readlinkSync('/proc/self/ns/pid')))
  .digest('hex')
  .slice(0, 12)}`;

/** Folders of this process. */
const own = new Set<string>();

/**
 * A folder of this process's own, below one that several gateways may share, for files of members while they are
 * imported. What a gateway that was killed has left there is removed by the next that starts, and by those that run: in
 * one place it is known by its process, in another by the sign that each gives its folder every minute. One that was
 * stopped for long, or cut off from the folder, makes its own anew.
 */
@Injectable()
export class UploadFolder implements OnModuleInit {
  private readonly logger = new Logger(UploadFolder.name);
  private readonly shared: string;
  private folder: string | undefined;
  private timer: NodeJS.Timeout | undefined;

  constructor({ uploadDir }: Settings, shutdown: Shutdown) {
    this.shared = uploadDir;
    shutdown.register({ name: 'folder for uploads', close: async () => this.remove() });
  }

  async onModuleInit(): Promise<void> {
    try {
      await mkdir(this.shared, { recursive: true, mode: 0o700 });
      await this.clear();
      this.folder = await mkdtemp(join(this.shared, `${thisPlace}.${process.pid}.`));
    } catch (error) {
      throw new Error(
        `UPLOAD_DIR cannot be used: let the gateway write to ${this.shared}, or name another.`,
        {
          cause: error,
        },
      );
    }
    own.add(basename(this.folder));
    this.timer = setInterval(() => {
      this.giveSign().catch((error: unknown) => this.logger.warn(`Of ${this.shared}: ${String(error)}`));
    }, signMs).unref();
  }

  private async remove(): Promise<void> {
    clearInterval(this.timer);
    if (this.folder !== undefined) {
      own.delete(basename(this.folder));
      await rm(this.folder, { recursive: true, force: true });
    }
  }

  /** The path of a file that is not there yet. */
  async newFile(): Promise<string> {
    return join(await this.ownFolder(), randomUUID());
  }

  /** The folder, made anew where somebody has removed it. */
  private async ownFolder(): Promise<string> {
    if (this.folder === undefined) {
      throw new Error('The folder for uploads was not made.');
    }
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    return this.folder;
  }

  private async giveSign(): Promise<void> {
    const now = new Date();
    await utimes(await this.ownFolder(), now, now);
    await this.clear();
  }

  private async clear(): Promise<void> {
    for (const name of await readdir(this.shared)) {
      const path = join(this.shared, name);
      // Two that clear away at once find what the other has left.
      const signedAt = await stat(path).then(
        ({ mtimeMs }) => mtimeMs,
        () => undefined,
      );
      if (signedAt !== undefined && !own.has(name) && isLeft(name, Date.now() - signedAt)) {
        await rm(path, { recursive: true, force: true });
      }
    }
  }
}

/** Whether the process whose folder this is has gone; what is named otherwise is not ours to remove. */
function isLeft(name: string, silentForMs: number): boolean {
  const [, place, pid] = /^(.+)\.(\d+)\.\w{6}$/.exec(name) ?? [];
  if (pid === undefined) {
    return false;
  }
  return place === thisPlace ? !isAnother(Number(pid)) : silentForMs > silentMs;
}

/** Whether a process besides this one has the id: in a container each new one has that of the one before. */
function isAnother(pid: number): boolean {
  if (pid === process.pid) {
    return false;
  }
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** What only Linux tells; elsewhere there are no containers within which ids count anew. */
function unlessMissing(read: () => string): string {
  try {
    return read();
  } catch {
    return '';
  }
}
