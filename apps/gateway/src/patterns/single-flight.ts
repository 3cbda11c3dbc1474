import { withoutRequest } from '@warren/messaging';
import { setTimeout as delay } from 'node:timers/promises';

/** How long anybody waits for a reading that began before he asked. */
const patienceMs = 250;

interface Reading<T> {
  readonly done: Promise<T>;
  /** The one that begins once this is done, where somebody waits for it. */
  next?: Promise<T>;
}

/**
 * The same reading for all who want it at one time. Whoever asks while one is under way gets the next one, which begins
 * after he has asked: nobody is shown less than what stood when he asked, his own last change with it.
 */
export class SingleFlight<T> {
  private readonly underWay = new Map<string, Reading<T>>();

  /** What `read` gives; `key` says which of those under way are the same. */
  async of(key: string, read: () => Promise<T>): Promise<T> {
    const before = this.underWay.get(key);
    if (before === undefined) {
      return this.begin(key, read);
    }
    before.next ??= this.after(before, key, read);
    return before.next;
  }

  private async after(before: Reading<T>, key: string, read: () => Promise<T>): Promise<T> {
    // One that hangs, or fails, is no reason to hang or fail with it.
    await Promise.race([before.done.catch(() => undefined), delay(patienceMs, undefined, { ref: false })]);
    return this.begin(key, read);
  }

  private async begin(key: string, read: () => Promise<T>): Promise<T> {
    // Who asked first may leave; the others wait for the same.
    const reading: Reading<T> = { done: withoutRequest(read) };
    this.underWay.set(key, reading);
    try {
      return await reading.done;
    } finally {
      if (reading.next === undefined && this.underWay.get(key) === reading) {
        this.underWay.delete(key);
      }
    }
  }
}
