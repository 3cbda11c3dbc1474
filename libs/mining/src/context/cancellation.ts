/**
 * How a caller ends an analysis before its time. An AbortSignal will do where something can still fire it; a
 * worker, whose events stand still while it computes, gives an object that reads shared memory or the clock.
 */
export interface CancellationSignal {
  readonly aborted: boolean;
  readonly reason?: unknown;
}

/** An analysis was ended by its caller. */
export class MiningStopped extends Error {
  constructor(reason: unknown) {
    super('the analysis was stopped', { cause: reason });
    this.name = 'MiningStopped';
  }
}

/** Throws once the caller has asked to stop. */
export function checkStop(signal: CancellationSignal | undefined): void {
  if (signal?.aborted) throw new MiningStopped(signal.reason);
}
