import { setTimeout as delay } from 'node:timers/promises';

/** Waits, or less where `signal` is aborted. */
export async function pause(ms: number, signal?: AbortSignal): Promise<void> {
  await delay(ms, undefined, { signal }).catch(() => undefined);
}

/** Whether `work` ended well within `ms`; what it does after that is let be. */
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
