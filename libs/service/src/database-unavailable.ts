import { DeadlineExceeded, ServiceUnavailable } from '@warren/contracts';

/** Problems of a server, by PostgreSQL's codes (https://www.postgresql.org/docs/current/errcodes-appendix.html) and those of sockets. */
const problems: readonly (readonly [RegExp, string])[] = [
  [/^53100$/, 'its disk is full'],
  [/^53300$/, 'it has no connection left'],
  [/^53/, 'it lacks memory or another resource'],
  [/^57P0[123]$/, 'it is starting or stopping'],
  [/^55P03$/, 'a lock was not granted in time'],
  [/^25P03$/, 'it ended a transaction that was idle'],
  [/^58/, 'it cannot read or write its files'],
  [
    /^(08\w{3}|ECONN\w+|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH)$/,
    'it cannot be reached',
  ],
];
/** Messages of pg, without a code, for a connection that was lost. */
const ended =
  /^(Connection terminated|Client has encountered a connection error|timeout exceeded when trying)/;

/**
 * Converts an error to the one for callers where the database itself is unavailable, or exceeded the deadline of a
 * request; undefined where the statement is at fault. Work that meets it has not failed itself: it waits, and a request
 * is answered that it can be retried.
 */
export function toServiceUnavailable(error: unknown): ServiceUnavailable | DeadlineExceeded | undefined {
  if (!(error instanceof Error)) {
    return undefined;
  }
  if (error instanceof DeadlineExceeded) {
    return error;
  }
  const code = 'code' in error ? String(error.code) : '';
  const problem = problems.find(([codes]) => codes.test(code))?.[1];
  if (problem === undefined && !ended.test(error.message)) {
    return undefined;
  }
  const what = problem ?? 'its connection broke off';
  return new ServiceUnavailable(
    `The database cannot be used now: ${what}; try again in a moment.`,
    {},
    { cause: error },
  );
}
