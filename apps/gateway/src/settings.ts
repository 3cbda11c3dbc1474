import type { Pace } from './http/bodies/transfer-limits.ts';

/** What the handlers need to know of the configuration; a class, so that it can be injected. */
export class Settings {
  /** Milliseconds to wait for a run before the answer is 202. */
  readonly discoverWaitMs: number;
  readonly uploads: UploadBounds;
  /** Where they are kept while they are imported. */
  readonly uploadDir: string;
  /** Clients that may follow runs at once. */
  readonly eventStreams: number;

  constructor(settings: Settings) {
    this.discoverWaitMs = settings.discoverWaitMs;
    this.uploads = settings.uploads;
    this.uploadDir = settings.uploadDir;
    this.eventStreams = settings.eventStreams;
  }
}

/** What a file of members may be. */
export interface UploadBounds {
  readonly bytes: number;
  readonly pace: Pace;
  /** So many are taken at once. */
  readonly atOnce: number;
}
