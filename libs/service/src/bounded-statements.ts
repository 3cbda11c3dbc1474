import type { Pool, PoolClient } from 'pg';
import { DeadlineExceeded } from '@warren/contracts';
import { cancelStatement } from './cancel-statement.ts';

/** Request that a statement belongs to: its deadline by `performance.now()`, and the signal that its caller left. */
export interface RequestContext {
  readonly signal: AbortSignal;
  readonly until: number;
}

/** pg's `query`, with any of its signatures: it returns a promise where there is no callback. */
type Run = (...args: readonly unknown[]) => unknown;

/** Statements that begin or end transactions: short, and never cancelled. */
const control = /^\s*(begin|start|commit|rollback|savepoint|release)\b/i;
/**
 * Statements that are never rejected. Kysely releases a connection that it took for a transaction only where that was
 * begun: the next statement is rejected, and the rollback releases the connection.
 */
const always = /^\s*(begin|start\s+transaction|rollback)\b/i;
/** query_canceled: by the deadline, because the caller left, or by the role's own `statement_timeout`. */
const cancelled = '57014';
/** Longest timeout that PostgreSQL accepts. */
const longestMs = 2 ** 31 - 1;

/**
 * Lets no statement outlive its request. While `currentRequest` returns one, PostgreSQL ends a statement at the deadline
 * (`statement_timeout`), and is asked to cancel it when the caller leaves before; after that no other begins, and the
 * transaction is rolled back. A wait for a connection also ends when the caller leaves.
 */
export function boundStatements(pool: Pool, currentRequest: () => RequestContext | undefined): void {
  const plainConnect = pool.connect.bind(pool);
  const connect: Run = (...args) => {
    const request = currentRequest();
    // Calls with a callback pass through; the ORM makes none.
    return request === undefined || args.length > 0
      ? Reflect.apply(plainConnect, undefined, args)
      : connected(async () => plainConnect(), request.signal);
  };
  Reflect.set(pool, 'connect', connect);
  pool.on('connect', (client) => {
    const plain = client.query.bind(client);
    const run: Run = (...args) => Reflect.apply(plain, undefined, args);
    const query: Run = (...args) => {
      const [text, values, callback] = args;
      const request = currentRequest();
      // Streams and callbacks pass through; the ORM calls in this form.
      const isOurs = typeof text === 'string' && typeof values !== 'function' && callback === undefined;
      return request === undefined || !isOurs || always.test(text)
        ? run(...args)
        : bounded(client, request, text, values, run);
    };
    Reflect.set(client, 'query', query);
  });
}

/** Waits for a connection, or throws the signal's reason as soon as the caller leaves: a later connection is released. */
async function connected(connect: () => Promise<PoolClient>, signal: AbortSignal): Promise<PoolClient> {
  signal.throwIfAborted();
  const left = Promise.withResolvers<never>();
  const leave = (): void => {
    const reason: unknown = signal.reason;
    left.reject(reason);
  };
  signal.addEventListener('abort', leave, { once: true });
  const coming = connect();
  try {
    return await Promise.race([coming, left.promise]);
  } catch (error) {
    coming.then(
      (client) => client.release(),
      () => undefined,
    );
    throw error;
  } finally {
    signal.removeEventListener('abort', leave);
  }
}

async function bounded(
  client: PoolClient,
  { signal, until }: RequestContext,
  text: string,
  values: unknown,
  run: Run,
): Promise<unknown> {
  signal.throwIfAborted();
  if (control.test(text)) {
    return run(text, values);
  }
  let cancelling: Promise<void> | undefined;
  const cancel = (): void => {
    cancelling = cancelStatement(client);
  };
  signal.addEventListener('abort', cancel, { once: true });
  try {
    const answer = await run(withTimeout(text, values, until - performance.now()), values);
    // Several statements in one message have several results.
    return Array.isArray(answer) ? answer.at(-1) : answer;
  } catch (error) {
    throw toDeadlineExceeded(error);
  } finally {
    signal.removeEventListener('abort', cancel);
    // Only then may another request use the connection, so that its statement is not cancelled in place of this one.
    await cancelling;
  }
}

/**
 * Adds the timeout to a statement, in one message, which saves a round trip; PostgreSQL times each of the two
 * separately. A statement with parameters must be sent alone, and is only cancelled.
 */
function withTimeout(text: string, values: unknown, ms: number): string {
  const hasValues = Array.isArray(values) && values.length > 0;
  return hasValues || !Number.isFinite(ms)
    ? text
    : `set local statement_timeout = ${Math.min(longestMs, Math.max(1, Math.ceil(ms)))}; ${text}`;
}

/**
 * Converts a cancelled statement to DeadlineExceeded for a caller that waits, and may ask for less. Work without one, such
 * as that of an event, would be too slow on every attempt: it fails as other statements do.
 */
function toDeadlineExceeded(error: unknown): unknown {
  return error instanceof Error && 'code' in error && error.code === cancelled
    ? new DeadlineExceeded(
        'The database did not finish in the time there was for it; ask for less, or try again later.',
        {},
        { cause: error },
      )
    : error;
}
