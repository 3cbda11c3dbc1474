import { createReadStream } from 'node:fs';
import { open, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { MemberSource } from '@warren/member-files';
import { clientKey } from '../../access/client-key.ts';
import { Shares } from '../../access/shares.ts';
import { readChunks } from '../../http/bodies/bodies.ts';
import { rejectWhenDiskFull } from './disk-full.ts';
import { UploadFolder } from './upload-folder.ts';
import { UploadSettings } from './upload-settings.ts';

/** Receives uploads of member files within limits of number, size and transfer rate. */
@Injectable()
export class Uploads {
  private readonly inFlight: Shares;

  constructor(
    private readonly settings: UploadSettings,
    private readonly folder: UploadFolder,
  ) {
    this.inFlight = new Shares({
      total: settings.maxConcurrent,
      share: settings.clientShare,
      explain: (count) =>
        `${count} files of members are being imported already; send yours again in a moment.`,
    });
  }

  /**
   * Stores an upload in a file before `use` reads it: CSV is read more than once, and an upload that is cut off must
   * import nothing. The file is removed in any case.
   * @throws TooManyRequests or ServiceUnavailable if too many uploads, of the client or of all, are in flight, or the
   * disk is full
   */
  async receive<T>(request: FastifyRequest, use: (source: MemberSource) => Promise<T>): Promise<T> {
    const giveBack = this.inFlight.take(clientKey(request));
    let path: string | undefined;
    try {
      const stored = await rejectWhenDiskFull(async () => {
        path = await this.folder.newFile();
        await this.store(request, path);
        return path;
      });
      return await use({ open: () => createReadStream(stored) });
    } finally {
      giveBack();
      if (path !== undefined) {
        await rm(path, { force: true });
      }
    }
  }

  private async store(request: FastifyRequest, path: string): Promise<void> {
    const { maxBytes, limits } = this.settings;
    const file = await open(path, 'wx', 0o600);
    try {
      const body: unknown = request.body;
      if (body instanceof Readable) {
        for await (const chunk of readChunks(request, body, maxBytes, limits)) {
          await file.writeFile(chunk);
        }
      }
    } finally {
      await file.close();
    }
  }
}
