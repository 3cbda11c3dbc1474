import { setTimeout as delay } from 'node:timers/promises';

/** Waits for `ms`, or until `signal` fires. */
export async function pause(ms: number, signal?: AbortSignal): Promise<void> {
  await delay(ms, undefined, { signal }).catch(() => undefined);
}

/** Returns whether `work` succeeded within `ms`; ignores its outcome after that. */
export async function settlesWithin(ms: number, work: Promise<unknown> | undefined): Promise<boolean> {
  const over = new AbortController();
  try {
    return await Promise.race([
      Promise.resolve(work).then(
        () => true,
        () => false,
      ),
      pause(ms, over.signal).then(() => false),
    ]);
  } finally {
    over.abort();
  }
}
