import { Injectable } from '@nestjs/common';
import { ServiceUnavailable } from '@warren/contracts';
import { orAborted } from '../../mining/reject-on-abort.ts';

/** Searches at once; they must leave processors, and connections to the database, to what is asked besides. */
const atOnce = 2;
/** Searches that may wait for their turn. */
const mostWaiting = 64;

/** Has searches wait for each other, in the order in which they came. */
@Injectable()
export class SearchTurns {
  private underWay = 0;
  private readonly waiting: ((turn: undefined) => void)[] = [];

  /**
   * Does `work` when it is its turn, and not at all where the signal fires before.
   * @throws ServiceUnavailable where too many wait already
   */
  async take<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T> {
    if (this.underWay < atOnce) {
      this.underWay += 1;
    } else {
      await this.turn(signal);
    }
    try {
      return await work();
    } finally {
      this.pass();
    }
  }

  private async turn(signal: AbortSignal): Promise<void> {
    if (this.waiting.length >= mostWaiting) {
      throw new ServiceUnavailable(`${mostWaiting} searches wait already; search again in a moment.`);
    }
    const { promise, resolve } = Promise.withResolvers<undefined>();
    this.waiting.push(resolve);
    try {
      await orAborted(promise, signal);
    } catch (error) {
      const place = this.waiting.indexOf(resolve);
      if (place === -1) {
        // Its turn came as it left.
        this.pass();
      } else {
        this.waiting.splice(place, 1);
      }
      throw error;
    }
  }

  /** The place goes from hand to hand, while anybody waits for it. */
  private pass(): void {
    const next = this.waiting.shift();
    if (next === undefined) {
      this.underWay -= 1;
    } else {
      next(undefined);
    }
  }
}
