/** Limits of waiting for runs and of following them; a class, so that it can be injected. */
export class RunSettings {
  /** Milliseconds to wait for a run before the answer is 202. */
  readonly discoverWaitMs: number;
  /** Clients that may follow runs at once. */
  readonly maxEventStreams: number;
  /** Part of them that one client may have. */
  readonly clientShare: number;

  constructor(settings: RunSettings) {
    this.discoverWaitMs = settings.discoverWaitMs;
    this.maxEventStreams = settings.maxEventStreams;
    this.clientShare = settings.clientShare;
  }
}
