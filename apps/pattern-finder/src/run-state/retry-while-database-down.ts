import { DeadlineExceeded, ServiceUnavailable } from '@warren/contracts';
import { doubling, retry } from '@warren/service';

/** Longest outage of the database that is waited for. */
const longestOutageMs = 60_000;
const delay = doubling(100, 2_000);

/**
 * Retries `work` in the database while that is unavailable. The work must find out whether it is done already: a commit
 * whose reply was lost may have succeeded.
 */
export async function retryWhileDatabaseDown<T>(work: () => Promise<T>): Promise<T> {
  return retry(work, { deadlineMs: longestOutageMs, when: isOutage, delay });
}

function isOutage(error: unknown): boolean {
  return error instanceof ServiceUnavailable || error instanceof DeadlineExceeded;
}
