/**
 * Cancellation of an analysis by its caller. An AbortSignal will do where something can still fire it; a worker, whose
 * event loop is blocked while it computes, passes an object that reads shared memory or the clock.
 */
export interface CancellationSignal {
  readonly aborted: boolean;
  readonly reason?: unknown;
}

/** The caller cancelled the analysis; the signal's reason is the cause. */
export class MiningCancelled extends Error {
  override readonly name = 'MiningCancelled';

  constructor(reason: unknown) {
    super('the analysis was cancelled', { cause: reason });
  }
}

/** Throws once the signal is aborted. @throws MiningCancelled */
export function checkCancelled(signal: CancellationSignal | undefined): void {
  if (signal?.aborted) {
    throw new MiningCancelled(signal.reason);
  }
}
