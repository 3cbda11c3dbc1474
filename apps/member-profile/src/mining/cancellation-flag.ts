import type { CancellationSignal } from '@warren/mining';

/** Why a computation was ended: nobody wants it any more, or it took too long. */
export type StopReason = 'unwanted' | 'late';

/** What a thread and who waits for it write to each other in shared memory, since a computing thread hears no events. */
export interface StopNote {
  /** Place 0: 1 once the computation shall stop. */
  readonly flags: Int32Array;
  /** Place 0: when it began, by `machineMs`; 0 while it waits. */
  readonly began: Float64Array;
  readonly timeoutMs: number;
}

/** Milliseconds of the machine's monotonic clock: the same in every thread, and nothing sets it back. */
export function machineMs(): number {
  return Number(process.hrtime.bigint() / 1_000_000n);
}

/** A note for one computation that may take `timeoutMs` once it has begun. */
export function createStopNote(timeoutMs: number): StopNote {
  return {
    flags: new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)),
    began: new Float64Array(new SharedArrayBuffer(Float64Array.BYTES_PER_ELEMENT)),
    timeoutMs,
  };
}

/** Asks a computation to stop; one that has not begun yet will not. */
export function askToStop({ flags }: StopNote): void {
  Atomics.store(flags, 0, 1);
}

/** Whether it was asked to stop. */
export function isAskedToStop({ flags }: StopNote): boolean {
  return Atomics.load(flags, 0) === 1;
}

/** When a computation began, by `machineMs`; undefined while it waits. */
export function beganAt({ began }: StopNote): number | undefined {
  return began[0] === 0 ? undefined : began[0];
}

/** Notes, in the thread, that the computation begins; what mining then looks at again and again. */
export function beginUnder(note: StopNote): CancellationSignal & { readonly reason: StopReason } {
  note.began[0] = machineMs();
  const end = performance.now() + note.timeoutMs;
  return {
    get aborted() {
      return isAskedToStop(note) || performance.now() > end;
    },
    get reason() {
      return isAskedToStop(note) ? 'unwanted' : 'late';
    },
  };
}
