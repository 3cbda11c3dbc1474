import { AsyncLocalStorage } from 'node:async_hooks';
import { DeadlineExceeded } from '@warren/contracts';
import type { FailedRequests } from './failed-requests.ts';

/** Request that the current work belongs to: its deadline, and the signal that its caller no longer waits. */
export interface RequestContext {
  readonly signal: AbortSignal;
  /** Deadline by the monotonic clock (`performance.now()`), in milliseconds; infinite where there is none. */
  readonly until: number;
}

interface TrackedRequest extends RequestContext {
  isOver: boolean;
  readonly failures?: FailedRequests | undefined;
}

const current = new AsyncLocalStorage<TrackedRequest | undefined>();
const never = new AbortController().signal;

/** Returns the request that the current work belongs to; undefined where there is none, or it has ended. */
export function currentRequest(): RequestContext | undefined {
  const tracked = current.getStore();
  return tracked?.isOver === true ? undefined : tracked;
}

/** Returns what receives the failure of the current request; undefined where nothing does. */
export function receiverOfFailures(): FailedRequests | undefined {
  return current.getStore()?.failures;
}

/** Returns the signal of the current request; where there is none, one that never fires. */
export function requestSignal(): AbortSignal {
  return currentRequest()?.signal ?? never;
}

/**
 * Runs `work` with a signal: its requests to other services, and its statements in the database, end when that fires. For
 * requests that do not arrive over NATS.
 */
export function withRequestSignal<T>(signal: AbortSignal, work: () => T): T {
  return current.run({ signal, until: Number.POSITIVE_INFINITY, isOver: false }, work);
}

/** Runs `work` independently of the current request, e.g. because several requests share its result. */
export function withoutRequest<T>(work: () => T): T {
  return current.run(undefined, work);
}

/** A request in flight. */
interface InFlight {
  readonly subject: string;
  readonly replyTo: string | undefined;
  readonly deadlineMs: number;
}

/** Requests that this process is answering, each with the signal that its handler receives. */
export class InFlightRequests {
  private readonly inFlight = new Map<AbortController, Pick<InFlight, 'subject' | 'replyTo'>>();

  constructor(private readonly failures?: FailedRequests) {}

  /** Number of requests in flight. */
  get size(): number {
    return this.inFlight.size;
  }

  /** Subject of each request in flight. */
  subjects(): string[] {
    return Array.from(this.inFlight.values(), ({ subject }) => subject);
  }

  /**
   * Runs `work` as the answer to a request. Its signal fires when `deadlineMs` have passed or the request is abandoned.
   * The request is tracked before this returns: its caller's next message may follow in the same packet.
   */
  async track({ deadlineMs, ...request }: InFlight, work: () => Promise<void>): Promise<void> {
    const stop = new AbortController();
    const late = setTimeout(
      () => stop.abort(new DeadlineExceeded(`The ${deadlineMs} ms that the caller waits have passed.`)),
      deadlineMs,
    ).unref();
    this.inFlight.set(stop, request);
    // A handler that ignores the signal continues without a caller: it is no longer in flight.
    stop.signal.addEventListener('abort', () => this.inFlight.delete(stop), { once: true });
    const tracked: TrackedRequest = {
      signal: stop.signal,
      until: performance.now() + deadlineMs,
      isOver: false,
      failures: this.failures,
    };
    try {
      await current.run(tracked, work);
    } finally {
      // Work that it started continues without a caller.
      tracked.isOver = true;
      clearTimeout(late);
      this.inFlight.delete(stop);
    }
  }

  /** Fires the signal of the request with this reply subject, where it is in flight here. */
  abandon(replyTo: string): void {
    for (const [stop, request] of this.inFlight) {
      if (request.replyTo === replyTo) {
        stop.abort(new Error('The caller no longer waits for the reply.'));
      }
    }
  }
}
