import { ServiceUnavailable } from '@warren/contracts';
import { retry } from '@warren/service';

const attempts = 5;
const delayMs = 1_000;

/** Asks again while the member service is unavailable for a moment; for requests that are safe to repeat. */
export async function askAgain<T>(ask: () => Promise<T>): Promise<T> {
  return retry(ask, {
    attempts,
    when: (error) => error instanceof ServiceUnavailable,
    delay: () => delayMs,
  });
}
