import { Injectable } from '@nestjs/common';
import { ServiceUnavailable } from '@warren/contracts';
import { rejectOnAbort } from '../../mining/reject-on-abort.ts';

/** Maximum number of concurrent searches; they must leave CPU and database connections to other requests. */
const maxRunning = 2;
const maxWaiting = 64;

/** Limits concurrent searches; the others wait in order of arrival. */
@Injectable()
export class SearchQueue {
  private running = 0;
  private readonly waiting: ((turn: undefined) => void)[] = [];

  /**
   * Runs `work` as soon as a slot is free, or not at all if the signal fires before.
   * @throws ServiceUnavailable if too many searches wait already
   */
  async run<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T> {
    if (this.running < maxRunning) {
      this.running += 1;
    } else {
      await this.waitForSlot(signal);
    }
    try {
      return await work();
    } finally {
      this.releaseSlot();
    }
  }

  private async waitForSlot(signal: AbortSignal): Promise<void> {
    if (this.waiting.length >= maxWaiting) {
      throw new ServiceUnavailable(`${maxWaiting} searches wait already; search again in a moment.`);
    }
    const { promise, resolve } = Promise.withResolvers<undefined>();
    this.waiting.push(resolve);
    try {
      await rejectOnAbort(promise, signal);
    } catch (error) {
      const index = this.waiting.indexOf(resolve);
      if (index === -1) {
        // It was given a slot while it was being aborted.
        this.releaseSlot();
      } else {
        this.waiting.splice(index, 1);
      }
      throw error;
    }
  }

  /** Passes the slot to the next waiter, or frees it. */
  private releaseSlot(): void {
    const next = this.waiting.shift();
    if (next === undefined) {
      this.running -= 1;
    } else {
      next(undefined);
    }
  }
}
