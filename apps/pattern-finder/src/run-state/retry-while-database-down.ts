import { DeadlineExceeded, ServiceUnavailable } from '@warren/contracts';
import { setTimeout as pause } from 'node:timers/promises';

/** An outage of the database that is waited out; after a longer one the work is given up. */
const longestMs = 60_000;
const firstPauseMs = 100;
const longestPauseMs = 2_000;

/**
 * Does `work` in the database, again and again while that is out. The work must find out whether it is done already: a
 * commit whose answer was lost may have gone through.
 */
export async function retryWhileDatabaseDown<T>(work: () => Promise<T>): Promise<T> {
  const until = performance.now() + longestMs;
  for (let pauseMs = firstPauseMs; ; pauseMs = Math.min(2 * pauseMs, longestPauseMs)) {
    try {
      return await work();
    } catch (error) {
      const isOutage = error instanceof ServiceUnavailable || error instanceof DeadlineExceeded;
      if (!isOutage || performance.now() + pauseMs > until) {
        throw error;
      }
    }
    await pause(pauseMs);
  }
}
