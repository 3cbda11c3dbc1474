/** Signals that stop the work on a run early; the reason of each says why. */
export interface RunSignals {
  /** The worker is shutting down or has lost the lease: all work stops at once. */
  readonly leaseLost: AbortSignal;
  /**
   * As `leaseLost`, or the run was cancelled: nothing more is started, and replies of other services are not awaited. A
   * turn of the model in progress is awaited, since it is paid for.
   */
  readonly cancelled: AbortSignal;
}
