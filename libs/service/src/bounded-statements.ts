import type { Pool, PoolClient } from 'pg';
import { DeadlineExceeded } from '@warren/contracts';
import { cancelStatement } from './cancel-statement.ts';

/** Somebody request waits for an answer: until when, by `performance.now()`, and the signal that he waits no more. */
export interface RequestContext {
  readonly signal: AbortSignal;
  readonly until: number;
}

/** pg's `query`, in whichever of its ways: what it gives is a promise where there is no callback. */
type Run = (...args: readonly unknown[]) => unknown;

/** Statements that begin or end transactions: short, and cancelled by nobody. */
const control = /^\s*(begin|start|commit|rollback|savepoint|release)\b/i;
/**
 * What is refused to nobody. Kysely gives a connection back that it took for a transaction only where that was begun:
 * the statement after it is refused, and the rollback gives the connection back.
 */
const always = /^\s*(begin|start\s+transaction|rollback)\b/i;
/** query_canceled: his time was over, he had left, or the role's own `statement_timeout` ended it. */
const cancelled = '57014';
/** The longest that PostgreSQL takes as a timeout. */
const mostMs = 2 ** 31 - 1;

/**
 * Has no statement outlive request currentRequest for it. While `currentRequest` names somebody, PostgreSQL ends a statement when his time is
 * over (`statement_timeout`), and is told to cancel it when he leaves before; after that no other begins, and the
 * transaction is undone. Nor does anybody wait for a connection request has left.
 */
export function boundStatements(pool: Pool, currentRequest: () => RequestContext | undefined): void {
  const plainConnect = pool.connect.bind(pool);
  const connect: Run = (...args) => {
    const request = currentRequest();
    // A callback has ways of its own; the ORM takes none.
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
      // Streams and callbacks have ways of their own; this is how the ORM asks.
      const isOurs = typeof text === 'string' && typeof values !== 'function' && callback === undefined;
      return request === undefined || !isOurs || always.test(text)
        ? run(...args)
        : bounded(client, request, text, values, run);
    };
    Reflect.set(client, 'query', query);
  });
}

/** A connection for somebody, or the signal's reason as soon as he leaves: what comes then goes back to the pool. */
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
    // Of several statements in one message there are several results.
    return Array.isArray(answer) ? answer.at(-1) : answer;
  } catch (error) {
    throw toDeadlineExceeded(error);
  } finally {
    signal.removeEventListener('abort', cancel);
    // The connection is another's only then: he must not be cancelled in place of this.
    await cancelling;
  }
}

/**
 * The statement with its time, in one message, which saves a round trip; PostgreSQL times each of the two by itself. One
 * with parameters must come alone, and has to do with being cancelled.
 */
function withTimeout(text: string, values: unknown, ms: number): string {
  const hasValues = Array.isArray(values) && values.length > 0;
  return hasValues || !Number.isFinite(ms)
    ? text
    : `set local statement_timeout = ${Math.min(mostMs, Math.max(1, Math.ceil(ms)))}; ${text}`;
}

/**
 * Told as a deadline only to somebody request waits, and may ask for less. What is too slow for nobody in particular, such as
 * the work of an event, would be too slow for ever: it fails as other statements do.
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
