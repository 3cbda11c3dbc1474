import { rejectOnAbort } from './reject-on-abort.ts';

/** One computation shared by all its waiters; it is cancelled when the last of them leaves. */
export class SingleFlight<T> {
  private readonly stop = new AbortController();
  private readonly result: Promise<T>;
  private waiting = 0;
  private state: 'running' | 'done' | 'failed' = 'running';

  /** Starts at once; the signal passed to `compute` fires when the last waiter has left. */
  constructor(compute: (signal: AbortSignal) => Promise<T>) {
    this.result = compute(this.stop.signal);
    this.result.then(
      () => (this.state = 'done'),
      () => (this.state = 'failed'),
    );
  }

  /** True if it was cancelled or has failed, so that a new caller must start another. */
  get hasEnded(): boolean {
    return this.state === 'failed' || this.stop.signal.aborted;
  }

  /** Waits for the result until the signal fires. */
  async wait(signal?: AbortSignal): Promise<T> {
    this.waiting += 1;
    try {
      return await rejectOnAbort(this.result, signal);
    } finally {
      this.waiting -= 1;
      if (this.waiting === 0 && this.state === 'running') {
        this.stop.abort(new Error('Nobody waits for the result any more.'));
      }
    }
  }
}
