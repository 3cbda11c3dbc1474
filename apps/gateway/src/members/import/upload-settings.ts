import type { TransferLimits } from '../../http/bodies/transfer-limits.ts';

/** Limits of uploads, and the folder they are kept in; a class, so that it can be injected. */
export class UploadSettings {
  readonly maxBytes: number;
  readonly limits: TransferLimits;
  /** Uploads that are taken at once. */
  readonly maxConcurrent: number;
  /** Part of them that one client may send. */
  readonly clientShare: number;
  /** Folder that files are kept in while they are imported. */
  readonly folder: string;

  constructor(settings: UploadSettings) {
    this.maxBytes = settings.maxBytes;
    this.limits = settings.limits;
    this.maxConcurrent = settings.maxConcurrent;
    this.clientShare = settings.clientShare;
    this.folder = settings.folder;
  }
}
