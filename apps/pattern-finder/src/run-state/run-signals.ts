/** What ends the work on a run in hand before its end; the reason of each says why. */
export interface RunSignals {
  /** The worker is stopping, or holds the run no more: everything is dropped where it stands. */
  readonly leaseLost: AbortSignal;
  /**
   * As `dropped`, or the run was cancelled: nothing more is begun, and other services are not waited for. A turn of the
   * model that is under way is, since it is paid for.
   */
  readonly cancelled: AbortSignal;
}
