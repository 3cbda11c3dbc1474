import { Injectable } from '@nestjs/common';
import { ServiceUnavailable } from '@warren/contracts';
import type { MemberSource } from '@warren/member-files';
import type { FastifyRequest } from 'fastify';
import { createReadStream } from 'node:fs';
import { open, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { piecesOf } from '../../http/bodies/bodies.ts';
import { Settings } from '../../settings.ts';
import { UploadFolder } from './upload-folder.ts';
import { whereRoom } from './disk-full.ts';

/** Files of members on their way in: so many at once, so large, and at such a pace. */
@Injectable()
export class Uploads {
  private underWay = 0;

  constructor(
    private readonly settings: Settings,
    private readonly folder: UploadFolder,
  ) {}

  /**
   * Keeps an upload in a file while `use` reads it: CSV is read more than once, and an upload that breaks off imports
   * nothing. The file is removed in any case.
   * @throws ServiceUnavailable where as many are under way as may be, or there is no room for it
   */
  async take<T>(request: FastifyRequest, use: (source: MemberSource) => Promise<T>): Promise<T> {
    const { atOnce } = this.settings.uploads;
    if (this.underWay >= atOnce) {
      throw new ServiceUnavailable(
        `${atOnce} files of members are being imported already; send yours again in a moment.`,
      );
    }
    this.underWay += 1;
    let path: string | undefined;
    try {
      const kept = await whereRoom(async () => {
        path = await this.folder.newFile();
        await this.store(request, path);
        return path;
      });
      return await use({ open: () => createReadStream(kept) });
    } finally {
      this.underWay -= 1;
      if (path !== undefined) {
        await rm(path, { force: true });
      }
    }
  }

  private async store(request: FastifyRequest, path: string): Promise<void> {
    const { bytes, pace } = this.settings.uploads;
    const file = await open(path, 'wx', 0o600);
    try {
      const body: unknown = request.body;
      if (body instanceof Readable) {
        for await (const piece of piecesOf(request, body, bytes, pace)) {
          await file.writeFile(piece);
        }
      }
    } finally {
      await file.close();
    }
  }
}
