const windowMs = 60_000;
/** Failures alike that are recorded within a window. */
const recorded = 5;
/** Kinds of failures of which some are recorded within a window, and of which omitted ones are counted. */
const mostKinds = 1_000;

/** Bounds how many failures alike are recorded, so that a flood of them fills no table. */
export class FailureLimit {
  private counts = new Map<string, number>();
  /** by kind, since the last one that was recorded; windows do not end it */
  private readonly omitted = new Map<string, number>();
  private from = Number.NEGATIVE_INFINITY;

  /**
   * Returns whether a failure is recorded, with the number of those of its kind before it that were not; undefined where it
   * is not.
   * @param now milliseconds by a monotonic clock
   */
  admit(kind: string, now = performance.now()): { omitted: number } | undefined {
    if (now - this.from >= windowMs) {
      this.from = now;
      this.counts = new Map();
    }
    const count = (this.counts.get(kind) ?? 0) + 1;
    if (count > recorded || (count === 1 && this.counts.size >= mostKinds)) {
      this.omit(kind);
      return undefined;
    }
    this.counts.set(kind, count);
    const omitted = this.omitted.get(kind) ?? 0;
    this.omitted.delete(kind);
    return { omitted };
  }

  private omit(kind: string): void {
    this.omitted.set(kind, (this.omitted.get(kind) ?? 0) + 1);
    const [oldest] = this.omitted.keys();
    if (this.omitted.size > mostKinds && oldest !== undefined) {
      this.omitted.delete(oldest);
    }
  }
}
