import { DeadlineExceeded } from '@warren/contracts';
import { AsyncLocalStorage } from 'node:async_hooks';

/** Somebody who waits for what is being done: until when, and the signal that he waits no more. */
export interface Asked {
  readonly signal: AbortSignal;
  /** By the monotonic clock (`performance.now()`), in milliseconds; infinite where nothing was said. */
  readonly until: number;
}

interface Held extends Asked {
  isOver: boolean;
}

const current = new AsyncLocalStorage<Held | undefined>();
const never = new AbortController().signal;

/** Who waits for what is being done; undefined where that is nobody's request, or the request is over. */
export function whoAsked(): Asked | undefined {
  const held = current.getStore();
  return held?.isOver === true ? undefined : held;
}

/** The signal of the request that is being answered; where none is, one that never fires. */
export function requestSignal(): AbortSignal {
  return whoAsked()?.signal ?? never;
}

/**
 * Does `work` for somebody who waits until the signal fires: whatever it asks of other services, and of the database, ends
 * with it. For requests that do not come over NATS.
 */
export function whileWanted<T>(signal: AbortSignal, work: () => T): T {
  return current.run({ signal, until: Number.POSITIVE_INFINITY, isOver: false }, work);
}

/** Does `work` that goes on whoever stops waiting: others want it too, or nobody in particular does. */
export function forNobody<T>(work: () => T): T {
  return current.run(undefined, work);
}

/** A request in flight. */
interface InFlight {
  readonly subject: string;
  readonly replyTo: string | undefined;
  readonly deadlineMs: number;
}

/** The requests that this process works on, each with the signal that its handler gets. */
export class InFlightRequests {
  private readonly inFlight = new Map<AbortController, Pick<InFlight, 'subject' | 'replyTo'>>();

  /** Number of requests in flight. */
  get size(): number {
    return this.inFlight.size;
  }

  /** Subject of each request in flight. */
  subjects(): string[] {
    return Array.from(this.inFlight.values(), ({ subject }) => subject);
  }

  /**
   * Does `work` as the answer to a request. Its signal fires when `deadlineMs` have passed or the request is abandoned.
   * The request is in hand before this returns: its caller's next message may follow it in the same packet.
   */
  async track({ deadlineMs, ...request }: InFlight, work: () => Promise<void>): Promise<void> {
    const stop = new AbortController();
    const late = setTimeout(
      () => stop.abort(new DeadlineExceeded(`The ${deadlineMs} ms that the caller waits have passed.`)),
      deadlineMs,
    ).unref();
    this.inFlight.set(stop, request);
    // A handler that looks at no signal works on for nobody: it is not in hand any more.
    stop.signal.addEventListener('abort', () => this.inFlight.delete(stop), { once: true });
    const asked: Held = { signal: stop.signal, until: performance.now() + deadlineMs, isOver: false };
    try {
      await current.run(asked, work);
    } finally {
      // What it has set going goes on without a caller.
      asked.isOver = true;
      clearTimeout(late);
      this.inFlight.delete(stop);
    }
  }

  /** Fires the signal of the request whose reply was wanted on `replyTo`, where it is in hand here. */
  abandon(replyTo: string): void {
    for (const [stop, request] of this.inFlight) {
      if (request.replyTo === replyTo) {
        stop.abort(new Error('Nobody waits for the reply any more.'));
      }
    }
  }
}
