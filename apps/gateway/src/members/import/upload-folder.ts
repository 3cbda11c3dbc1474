import { createHash, randomUUID } from 'node:crypto';
import { readFileSync, readlinkSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm, stat, utimes } from 'node:fs/promises';
import { hostname } from 'node:os';
import { basename, join } from 'node:path';
import { Injectable, Logger } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { Shutdown } from '@warren/messaging';
import { UploadSettings } from './upload-settings.ts';

const heartbeatMs = 60_000;
/** Age of the last heartbeat after which a folder of another host or container is abandoned. */
const abandonedAfterMs = 15 * 60_000;

/**
 * Name of the namespace within which process ids are unique: one boot of one host, and there one container. Two
 * containers may have the same host name, and each a process 1.
 */
export const pidNamespace = `${hostname()}-${createHash('sha256')
  .update(unlessMissing(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8')))
  .update(unlessMissing(() => readlinkSync('/proc/self/ns/pid')))
  .digest('hex')
  .slice(0, 12)}`;

/** Folders of this process. */
const ownFolders = new Set<string>();

/**
 * Folder of this process for uploads, below one that several gateways may share. Folders of gateways that were killed
 * are removed by every gateway when it starts and each minute: in the same PID namespace by the process id, elsewhere
 * by the age of the last heartbeat. A gateway that was suspended or cut off for long recreates its own.
 */
@Injectable()
export class UploadFolder implements OnModuleInit {
  private readonly logger = new Logger(UploadFolder.name);
  private readonly shared: string;
  private folder: string | undefined;
  private timer: NodeJS.Timeout | undefined;

  constructor({ folder }: UploadSettings, shutdown: Shutdown) {
    this.shared = folder;
    shutdown.register({ name: 'folder for uploads', close: async () => this.remove() });
  }

  async onModuleInit(): Promise<void> {
    try {
      await mkdir(this.shared, { recursive: true, mode: 0o700 });
      await this.removeAbandoned();
      this.folder = await mkdtemp(join(this.shared, `${pidNamespace}.${process.pid}.`));
    } catch (error) {
      throw new Error(
        `UPLOAD_DIR cannot be used: let the gateway write to ${this.shared}, or name another.`,
        {
          cause: error,
        },
      );
    }
    ownFolders.add(basename(this.folder));
    this.timer = setInterval(() => {
      this.heartbeat().catch((error: unknown) =>
        this.logger.warn(`Heartbeat of ${this.shared} failed: ${String(error)}`),
      );
    }, heartbeatMs).unref();
  }

  private async remove(): Promise<void> {
    clearInterval(this.timer);
    if (this.folder !== undefined) {
      ownFolders.delete(basename(this.folder));
      await rm(this.folder, { recursive: true, force: true });
    }
  }

  /** Path of a new file. */
  async newFile(): Promise<string> {
    return join(await this.ownFolder(), randomUUID());
  }

  /** Returns the folder, recreated if it was removed. */
  private async ownFolder(): Promise<string> {
    if (this.folder === undefined) {
      throw new Error('The folder for uploads was not created.');
    }
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    return this.folder;
  }

  private async heartbeat(): Promise<void> {
    const now = new Date();
    await utimes(await this.ownFolder(), now, now);
    await this.removeAbandoned();
  }

  private async removeAbandoned(): Promise<void> {
    for (const name of await readdir(this.shared)) {
      const path = join(this.shared, name);
      // another gateway may remove it at the same time
      const heartbeatAt = await stat(path).then(
        ({ mtimeMs }) => mtimeMs,
        () => undefined,
      );
      if (heartbeatAt !== undefined && !ownFolders.has(name) && isAbandoned(name, Date.now() - heartbeatAt)) {
        await rm(path, { recursive: true, force: true });
      }
    }
  }
}

/** Checks whether the process that owns a folder has ended; false for folders with other names, which are not ours. */
function isAbandoned(name: string, heartbeatAgeMs: number): boolean {
  const [, namespace, pid] = /^(.+)\.(\d+)\.\w{6}$/.exec(name) ?? [];
  if (pid === undefined) {
    return false;
  }
  return namespace === pidNamespace ? !isOtherProcess(Number(pid)) : heartbeatAgeMs > abandonedAfterMs;
}

/** Checks whether a process other than this one has the id: a restarted container reuses the ids of the one before. */
function isOtherProcess(pid: number): boolean {
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

/** Reads a link that only Linux has; other systems have no PID namespaces. */
function unlessMissing(read: () => string): string {
  try {
    return read();
  } catch {
    return '';
  }
}
