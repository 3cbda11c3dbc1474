import { orAborted } from './reject-on-abort.ts';

/** One computation for all who wait for it; it is stopped when the last of them has gone. */
export class SingleFlight<T> {
  private readonly stop = new AbortController();
  private readonly result: Promise<T>;
  private waiting = 0;
  private state: 'running' | 'done' | 'failed' = 'running';

  /** Begins at once; the signal that `compute` gets fires when nobody waits any more. */
  constructor(compute: (signal: AbortSignal) => Promise<T>) {
    this.result = compute(this.stop.signal);
    this.result.then(
      () => (this.state = 'done'),
      () => (this.state = 'failed'),
    );
  }

  /** Whether it was stopped or has failed, so that whoever wants it now must begin another. */
  get isOver(): boolean {
    return this.state === 'failed' || this.stop.signal.aborted;
  }

  /** Waits for the result until the signal fires; without a signal, to the end. */
  async wait(signal?: AbortSignal): Promise<T> {
    this.waiting += 1;
    try {
      return await orAborted(this.result, signal);
    } finally {
      this.waiting -= 1;
      if (this.waiting === 0 && this.state === 'running') {
        this.stop.abort(new Error('Nobody waits for the result any more.'));
      }
    }
  }
}
