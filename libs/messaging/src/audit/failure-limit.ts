const windowMs = 60_000;
/** Failures alike that are recorded within a window. */
const recorded = 5;
/** Kinds of failures that are told apart within a window. */
const mostKinds = 1_000;

/** Bounds how many failures alike are recorded, so that a flood of them fills no table. */
export class FailureLimit {
  private counts = new Map<string, number>();
  private omitted = 0;
  private from = Number.NEGATIVE_INFINITY;

  /**
   * Returns whether a failure is recorded, with the number of those before it that were not; undefined where it is not.
   * @param now milliseconds by a monotonic clock
   */
  admit(kind: string, now = performance.now()): { omitted: number } | undefined {
    if (now - this.from >= windowMs) {
      this.from = now;
      this.counts = new Map();
    }
    const count = (this.counts.get(kind) ?? 0) + 1;
    if (count > recorded || (count === 1 && this.counts.size >= mostKinds)) {
      this.omitted += 1;
      return undefined;
    }
    this.counts.set(kind, count);
    const { omitted } = this;
    this.omitted = 0;
    return { omitted };
  }
}
