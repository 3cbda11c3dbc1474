/**
 * SQLSTATEs of a database that is away, stopping, or short of something: classes 08 (connection), 53 (resources, a full
 * disk among them), 57P (operator intervention) and 58 (system error). PostgreSQL 18, appendix A.
 */
const outStates = /^(08...|53...|57P..|58...)$/;
/** What Node says of a connection that cannot be had or was lost. */
const lostCodes = ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EHOSTUNREACH'];
/** What `pg` says where it has no code for it. */
const lostWords =
  /Connection terminated|connection error and is not queryable|timeout (exceeded|expired)|Query read timeout/;

/** Whether a statement failed since the database was out, not since it was wrong: the same may well pass later. */
export function isDatabaseOut(error: unknown): error is Error {
  if (!(error instanceof Error)) {
    return false;
  }
  const code = 'code' in error ? String(error.code) : '';
  return (
    outStates.test(code) ||
    lostCodes.includes(code) ||
    lostWords.test(error.message) ||
    (error instanceof AggregateError && error.errors.some(isDatabaseOut)) ||
    isDatabaseOut(error.cause)
  );
}
