import { setTimeout as delay } from 'node:timers/promises';
import { withRequestSignal } from '@warren/messaging';

const limitMs = 1_000;

/**
 * Limits `read` to a second, since clients of health checks give up after a few. Its statements in the database end with it.
 * @throws Error where it takes longer
 */
export async function withinOneSecond<T>(read: () => T | Promise<T>): Promise<T> {
  const over = new AbortController();
  const stop = new AbortController();
  const late = delay(limitMs, undefined, { signal: over.signal, ref: false }).then(() => {
    const error = new Error(`no result within ${limitMs} ms`);
    stop.abort(error);
    throw error;
  });
  try {
    return await Promise.race([withRequestSignal(stop.signal, async () => read()), late]);
  } finally {
    over.abort();
  }
}
