import { DeadlineExceeded } from '@warren/contracts';
import { AsyncLocalStorage } from 'node:async_hooks';

const current = new AsyncLocalStorage<AbortSignal>();
const never = new AbortController().signal;

/** The signal of the request that is being answered; where none is, one that never fires. */
export function requestSignal(): AbortSignal {
  return current.getStore() ?? never;
}

/** The requests that this process works on, each with the signal that its handler gets. */
export class RequestsInHand {
  private readonly held = new Map<AbortController, string | undefined>();

  /** How many there are. */
  get size(): number {
    return this.held.size;
  }

  /**
   * Does `work` as the answer to a request. Its signal fires when `deadlineMs` have passed or the request is abandoned.
   * The request is in hand before this returns: its caller's next message may follow it in the same packet.
   */
  async hold(replyTo: string | undefined, deadlineMs: number, work: () => Promise<void>): Promise<void> {
    const stop = new AbortController();
    const late = setTimeout(
      () => stop.abort(new DeadlineExceeded(`The ${deadlineMs} ms that the caller waits have passed.`)),
      deadlineMs,
    ).unref();
    this.held.set(stop, replyTo);
    // A handler that looks at no signal works on for nobody: it is not in hand any more.
    stop.signal.addEventListener('abort', () => this.held.delete(stop), { once: true });
    try {
      await current.run(stop.signal, work);
    } finally {
      clearTimeout(late);
      this.held.delete(stop);
    }
  }

  /** Fires the signal of the request whose reply was wanted on `replyTo`, where it is in hand here. */
  abandon(replyTo: string): void {
    for (const [stop, wantedOn] of this.held) {
      if (wantedOn === replyTo) {
        stop.abort(new Error('Nobody waits for the reply any more.'));
      }
    }
  }
}
