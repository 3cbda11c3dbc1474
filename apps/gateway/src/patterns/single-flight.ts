import { setTimeout as delay } from 'node:timers/promises';
import { withoutRequest } from '@warren/messaging';

/** Longest wait for a read that started before the call. */
const maxWaitMs = 250;

interface Flight<T> {
  readonly done: Promise<T>;
  /** Read that starts once this one is done, if a caller waits for it. */
  next?: Promise<T>;
}

/**
 * Shares one read among concurrent callers of a key. A call during a read gets the next one, which starts after
 * the call: no result is older than its call, so callers see their own last change.
 */
export class SingleFlight<T> {
  private readonly inFlight = new Map<string, Flight<T>>();

  /** Returns the result of `read`, shared with concurrent calls of the same key. */
  async run(key: string, read: () => Promise<T>): Promise<T> {
    const current = this.inFlight.get(key);
    if (current === undefined) {
      return this.begin(key, read);
    }
    current.next ??= this.after(current, key, read);
    return current.next;
  }

  private async after(current: Flight<T>, key: string, read: () => Promise<T>): Promise<T> {
    // a read that hangs or fails must not affect later calls
    await Promise.race([current.done.catch(() => undefined), delay(maxWaitMs, undefined, { ref: false })]);
    return this.begin(key, read);
  }

  private async begin(key: string, read: () => Promise<T>): Promise<T> {
    // the first caller may disconnect while others wait for the same read
    const reading: Flight<T> = { done: withoutRequest(read) };
    this.inFlight.set(key, reading);
    try {
      return await reading.done;
    } finally {
      if (reading.next === undefined && this.inFlight.get(key) === reading) {
        this.inFlight.delete(key);
      }
    }
  }
}
