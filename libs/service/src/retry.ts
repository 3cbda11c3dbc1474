import { setTimeout as pause } from 'node:timers/promises';

/** Limits and delays of a retry; without a limit it continues until `when` or `delay` ends it. */
interface RetryOptions {
  /** Number of calls at most, the first included. */
  readonly attempts?: number;
  /** No call begins later than this after the first, in milliseconds. */
  readonly deadlineMs?: number;
  /** Returns whether an error is worth another attempt; every one by default. */
  readonly when?: (error: unknown) => boolean;
  /** Milliseconds before the next attempt, by the number of those that failed; may throw another error to give up. */
  readonly delay: (failures: number, error: unknown) => number;
  /** Ends the wait for the next attempt with its reason, and prevents that attempt. */
  readonly signal?: AbortSignal;
}

/**
 * Calls `work` until it succeeds.
 * @throws the error of the last attempt, the signal's reason, or whatever `delay` throws
 */
export async function retry<T>(work: () => Promise<T>, options: RetryOptions): Promise<T> {
  const { attempts = Infinity, deadlineMs = Infinity, when = () => true, delay, signal } = options;
  const until = performance.now() + deadlineMs;
  for (let failures = 1; ; failures += 1) {
    try {
      return await work();
    } catch (error) {
      signal?.throwIfAborted();
      if (failures >= attempts || !when(error)) {
        throw error;
      }
      const delayMs = delay(failures, error);
      if (performance.now() + delayMs > until) {
        throw error;
      }
      await pause(delayMs, undefined, { signal }).catch((aborted: unknown) => {
        signal?.throwIfAborted();
        throw aborted;
      });
    }
  }
}

/** A delay that doubles from `firstMs` up to `longestMs`. */
export function doubling(firstMs: number, longestMs = Infinity): (failures: number) => number {
  return (failures) => Math.min(firstMs * 2 ** (failures - 1), longestMs);
}
