/** What the handlers need to know of the configuration; a class, so that it can be injected. */
export class Settings {
  constructor(
    /** Milliseconds to wait for a run before the answer is 202. */
    readonly discoverWaitMs: number,
    /** Largest file of members, in bytes. */
    readonly maxUploadBytes: number,
  ) {}
}
