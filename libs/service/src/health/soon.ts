import { withRequestSignal } from '@warren/messaging';
import { setTimeout as delay } from 'node:timers/promises';

const soonMs = 1_000;

/**
 * What `read` gives within a second: who asks for health gives up after a few. What it asks of the database ends with it.
 * @throws Error where it takes longer
 */
export async function withinOneSecond<T>(read: () => T | Promise<T>): Promise<T> {
  const over = new AbortController();
  const stop = new AbortController();
  const late = delay(soonMs, undefined, { signal: over.signal, ref: false }).then(() => {
    const error = new Error(`nothing was found out within ${soonMs} ms`);
    stop.abort(error);
    throw error;
  });
  try {
    return await Promise.race([withRequestSignal(stop.signal, async () => read()), late]);
  } finally {
    over.abort();
  }
}
