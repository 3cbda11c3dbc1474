import { Worker } from 'node:worker_threads';
import { packRows, transferred } from '@warren/member-files';
import type { RejectedRow, Row, RowPlan } from '@warren/member-files';
import type { PartRead } from './reader.ts';
import type { ToWorker, WorkerData } from './reading-worker.ts';

interface Waiting {
  resolve(read: PartRead): void;
  reject(error: unknown): void;
}

/** Parts that a thread has at hand: the main thread, which reads too, gives it new ones only between two of its own. */
const mostAtHand = 6;

/** A reader on a thread of its own. */
export class ReaderThread implements AsyncDisposable {
  private readonly worker: Worker;
  private readonly waiting: Waiting[] = [];
  private error: Error | undefined;

  constructor(workerData: WorkerData) {
    this.worker = new Worker(new URL('./reading-worker.ts', import.meta.url), { workerData });
    this.worker.on('message', (read: PartRead) => this.waiting.shift()?.resolve(read));
    this.worker.on('error', (error) => {
      this.fail(error instanceof Error ? error : new Error(String(error)));
    });
    this.worker.on('exit', (code) => {
      this.fail(new Error(`a thread that reads the file ended with ${code}`));
    });
  }

  /** Whether it has enough to do. */
  get isBusy(): boolean {
    return this.waiting.length >= mostAtHand;
  }

  /** Says how rows are read; before the first part. */
  plan(plan: RowPlan): void {
    this.worker.postMessage({ plan } satisfies ToWorker);
  }

  /** Reads a part after those that it was given before. */
  async read(part: readonly (Row | RejectedRow)[]): Promise<PartRead> {
    if (this.error !== undefined) {
      throw this.error;
    }
    return new Promise((resolve, reject) => {
      this.waiting.push({ resolve, reject });
      const rows = packRows(part);
      this.worker.postMessage({ rows } satisfies ToWorker, transferred(rows));
    });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.worker.terminate();
  }

  private fail(error: Error): void {
    this.error ??= error;
    for (const waiting of this.waiting.splice(0)) {
      waiting.reject(this.error);
    }
  }
}
