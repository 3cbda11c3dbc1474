import { APIConnectionError, APIError, APIUserAbortError } from '@anthropic-ai/sdk';
import { UnrecoverableRunError } from '../../../run-state/run-errors.ts';

/** Classification of a failed call: retry, outage, an error of the run, or unrecoverable. */
export type Verdict =
  | { kind: 'retry' | 'outage'; reason: string; retryAfterMs: number | undefined; unbilled: boolean }
  | { kind: 'broken'; error: Error; unbilled: false }
  | { kind: 'unrecoverable'; error: UnrecoverableRunError; unbilled: boolean };

/** Classifies an error by `error.type` first, since proxies change the status; then by the status. */
export function verdictOn(error: unknown): Verdict {
  if (error instanceof APIUserAbortError) {
    return {
      kind: 'retry',
      reason: 'The model fell silent in mid-answer.',
      retryAfterMs: undefined,
      unbilled: false,
    };
  }
  if (error instanceof APIConnectionError) {
    return {
      kind: 'retry',
      reason: `The model could not be reached: ${error.message}`,
      retryAfterMs: undefined,
      unbilled: neverArrived(error),
    };
  }
  if (!(error instanceof APIError)) {
    // Not from the server: a stream that was cut off, a response that is no message, or our own bug.
    return {
      kind: 'broken',
      error: error instanceof Error ? error : new Error(String(error)),
      unbilled: false,
    };
  }
  const reason = `The model's server says ${error.type ?? error.status ?? 'something unreadable'}: ${unquoted(error.apiMessage ?? error.message)}`;
  const kind = kinds[error.type ?? ''] ?? kindOfStatus(error.status);
  const unbilled = wasRejectedBeforeWork(error);
  return kind === 'unrecoverable'
    ? { kind, error: new UnrecoverableRunError(reason, { cause: error }), unbilled }
    : { kind, reason, retryAfterMs: retryAfter(error.headers), unbilled };
}

const longestQuote = 300;

/** Removes long quotes: a server may echo the request, and with it members' texts, and reasons go into events and logs. */
function unquoted(said: string): string {
  const short = said.replace(/(["'`]).{40,}\1/gs, '$1…$1');
  return short.length > longestQuote ? `${short.slice(0, longestQuote).toWellFormed()} …` : short;
}

type Kind = 'retry' | 'outage' | 'unrecoverable';

const kinds: Record<string, Kind> = {
  invalid_request_error: 'unrecoverable',
  not_found_error: 'unrecoverable',
  authentication_error: 'outage',
  permission_error: 'outage',
  billing_error: 'outage',
  rate_limit_error: 'retry',
  overloaded_error: 'retry',
  api_error: 'retry',
  timeout_error: 'retry',
};

function kindOfStatus(status: unknown): Kind {
  if (status === 401 || status === 402 || status === 403) {
    return 'outage';
  }
  return status === 400 || status === 404 || status === 413 || status === 422 ? 'unrecoverable' : 'retry';
}

const rejectedStatuses: readonly unknown[] = [400, 401, 402, 403, 404, 413, 422, 429, 529];

/**
 * Checks whether the server rejected the call before working on it. Any other error, of a proxy that timed out or of the
 * API itself, may come after the model has worked, and be billed. An error that ends a started stream has no status.
 */
function wasRejectedBeforeWork({ status, type }: Pick<APIError, 'status' | 'type'>): boolean {
  if (status === undefined || type === 'api_error' || type === 'timeout_error') {
    return false;
  }
  return type === 'overloaded_error' || rejectedStatuses.includes(status);
}

const unconnected: readonly unknown[] = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN'];
/** Established connections can be lost with these as well, long after the request was sent. */
const unreachable: readonly unknown[] = ['EHOSTUNREACH', 'ENETUNREACH'];

/** Checks that no server can have seen the request. */
function neverArrived(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    // One error for each address that was tried.
    if (cause instanceof AggregateError && cause.errors.length > 0) {
      return cause.errors.every(neverArrived);
    }
    const code = 'code' in cause ? cause.code : undefined;
    const isConnecting = 'syscall' in cause && cause.syscall === 'connect';
    if (unconnected.includes(code) || (isConnecting && unreachable.includes(code))) {
      return true;
    }
  }
  return false;
}

/** `retry-after` in seconds (RFC 9110), as milliseconds. */
function retryAfter(headers: unknown): number | undefined {
  const value = headers instanceof Headers ? headers.get('retry-after') : null;
  const seconds = value === null ? Number.NaN : Number(value);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1_000 : undefined;
}
