import { setImmediate } from 'node:timers/promises';

/** The event loop is another's at least as often. */
const turnMs = 10;

/** To be awaited between two pieces of long work: requests that came meanwhile have their turn. */
export function breather(): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since >= turnMs) {
      await setImmediate();
      since = performance.now();
    }
  };
}

/** What looking at something that anybody may have written gives; undefined where it cannot be looked at. */
export function attempt<T>(look: () => T): T | undefined {
  try {
    return look();
  } catch {
    return undefined;
  }
}
