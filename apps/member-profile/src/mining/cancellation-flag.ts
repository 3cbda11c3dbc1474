import type { CancellationSignal } from '@warren/mining';

/** Reason why a computation ended early: it was cancelled, or it exceeded its timeout. */
export type CancellationReason = 'cancelled' | 'timeout';

/** Shared memory between a thread and its caller, since a computing thread receives no events. */
export interface CancellationFlag {
  /** Index 0: 1 once the computation is cancelled. */
  readonly flags: Int32Array;
  /** Index 0: start time by `monotonicMs`; 0 while it is queued. */
  readonly started: Float64Array;
  readonly timeoutMs: number;
}

/** Milliseconds of the machine's monotonic clock, the same in every thread. */
export function monotonicMs(): number {
  return Number(process.hrtime.bigint() / 1_000_000n);
}

/** Creates the flag of one computation that may take `timeoutMs` once it has started. */
export function createCancellationFlag(timeoutMs: number): CancellationFlag {
  return {
    flags: new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)),
    started: new Float64Array(new SharedArrayBuffer(Float64Array.BYTES_PER_ELEMENT)),
    timeoutMs,
  };
}

/** Cancels a computation; one that is still queued will not start. */
export function cancel({ flags }: CancellationFlag): void {
  Atomics.store(flags, 0, 1);
}

/** Checks whether a computation was cancelled. */
export function isCancelled({ flags }: CancellationFlag): boolean {
  return Atomics.load(flags, 0) === 1;
}

/** Start time of a computation by `monotonicMs`; undefined while it is queued. */
export function startedAt({ started }: CancellationFlag): number | undefined {
  return started[0] === 0 ? undefined : started[0];
}

/** Records, in the thread, that the computation starts; returns the signal that mining polls. */
export function startUnder(
  flag: CancellationFlag,
): CancellationSignal & { readonly reason: CancellationReason } {
  flag.started[0] = monotonicMs();
  const end = performance.now() + flag.timeoutMs;
  return {
    get aborted() {
      return isCancelled(flag) || performance.now() > end;
    },
    get reason() {
      return isCancelled(flag) ? 'cancelled' : 'timeout';
    },
  };
}
