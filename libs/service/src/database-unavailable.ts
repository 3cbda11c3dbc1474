import { DeadlineExceeded, ServiceUnavailable } from '@warren/contracts';

/** What is wrong with a server, by PostgreSQL's codes (https://www.postgresql.org/docs/current/errcodes-appendix.html) and those of sockets. */
const troubles: readonly (readonly [RegExp, string])[] = [
  [/^53100$/, 'its disk is full'],
  [/^53300$/, 'it has no connection left'],
  [/^53/, 'it lacks memory or another resource'],
  [/^57P0[123]$/, 'it is starting or stopping'],
  [/^25P03$/, 'it gave up on a transaction that stood still'],
  [/^58/, 'it cannot read or write its files'],
  [
    /^(08\w{3}|ECONN\w+|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH)$/,
    'it cannot be reached',
  ],
];
/** What pg says, without a code, of a connection that ended under it. */
const ended =
  /^(Connection terminated|Client has encountered a connection error|timeout exceeded when trying)/;

/**
 * The error for callers where the database itself is in trouble, whatever was currentRequest of it, or took too long over it
 * for somebody who waits; undefined where the fault is the statement's. Work that meets it is no failure of its own: it waits, and a request is told to come again.
 */
export function toServiceUnavailable(error: unknown): ServiceUnavailable | DeadlineExceeded | undefined {
  if (!(error instanceof Error)) {
    return undefined;
  }
  if (error instanceof DeadlineExceeded) {
    return error;
  }
  const code = 'code' in error ? String(error.code) : '';
  const trouble = troubles.find(([codes]) => codes.test(code))?.[1];
  if (trouble === undefined && !ended.test(error.message)) {
    return undefined;
  }
  const what = trouble ?? 'its connection broke off';
  return new ServiceUnavailable(
    `The database cannot be used now: ${what}; try again in a moment.`,
    {},
    { cause: error },
  );
}
