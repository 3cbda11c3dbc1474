import { setImmediate } from 'node:timers/promises';

/** Longest time without a turn for other work. */
const turnMs = 10;

/** Returns a function to await between two pieces of long work, which lets the event loop run when it is due. */
export function createYield(): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since >= turnMs) {
      await setImmediate();
      since = performance.now();
    }
  };
}

/** Returns the result of reading something that anybody may have written; undefined where that fails. */
export function orUndefined<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
