import { Logger } from '@nestjs/common';
import { Piscina } from 'piscina';
import { DeadlineExceeded, InternalError, ServiceUnavailable } from '@warren/contracts';
import { cancel, startedAt, createCancellationFlag, isCancelled, monotonicMs } from './cancellation-flag.ts';
import type { CancellationFlag } from './cancellation-flag.ts';
import type { MiningJobs, Outcome } from './mining-jobs.ts';
import type { MiningLimits } from './mining-settings.ts';
import { rejectOnAbort } from './reject-on-abort.ts';

/** Entry point of the worker: its TypeScript source if this file runs from source, as in tests. */
const language = import.meta.filename.endsWith('.ts') ? 'ts' : 'js';
const filename = `${import.meta.dirname}/mining-worker.${language}`;

/** On few cores the operating system prefers requests and the database to background computation. */
const niceIncrement = process.platform === 'win32' ? 0 : 5;

/** A thread that still computes so long after a cancellation or timeout hangs, and is terminated. */
const graceMs = 5_000;
const checkMs = 1_000;

/** A thread that runs one job after the other, and so can reuse what it cached for the previous one. */
export class MiningThread {
  private readonly logger = new Logger(MiningThread.name);
  private readonly pool: Piscina<unknown, unknown>;
  private readonly inFlight = new Set<{ flag: CancellationFlag; fail: (error: Error) => void }>();
  private slotsTaken = 0;
  private isStopping = false;

  constructor(
    /** Purpose, as named in errors: "the analysis", "the evaluation of rules". */
    private readonly what: string,
    private readonly limits: MiningLimits,
  ) {
    this.pool = new Piscina({
      filename,
      minThreads: 1,
      maxThreads: 1,
      stricterFIFO: true,
      recordTiming: false,
      niceIncrement,
      resourceLimits: { maxOldGenerationSizeMb: limits.memoryMb },
    });
    // A thread that exits while idle, or that cannot start, would leave its callers waiting for ever.
    this.pool.on('error', (error: Error) => {
      this.logger.error(`The thread for ${what} ended: ${error.message}`);
      for (const { fail } of this.inFlight) {
        fail(error);
      }
    });
  }

  /**
   * Runs `work` while holding one of the slots for running and waiting requests.
   * @throws ServiceUnavailable if no slot is free
   */
  async withSlot<T>(work: () => Promise<T>): Promise<T> {
    if (this.slotsTaken > this.limits.maxWaiting) {
      throw new ServiceUnavailable(`Too many requests wait for ${this.what} already; try again in a moment.`);
    }
    this.slotsTaken += 1;
    try {
      return await work();
    } finally {
      this.slotsTaken -= 1;
    }
  }

  /**
   * Runs a job after those queued before it. If the signal fires, it rejects at once and the thread is free within a second.
   * @throws DeadlineExceeded after the timeout, InternalError if the thread exits during the job
   */
  async run<Name extends keyof MiningJobs>(
    name: Name,
    input: MiningJobs[Name]['input'],
    signal?: AbortSignal,
  ): Promise<MiningJobs[Name]['result']> {
    signal?.throwIfAborted();
    const flag = createCancellationFlag(this.limits.timeoutMs);
    const stop = (): void => cancel(flag);
    signal?.addEventListener('abort', stop, { once: true });
    try {
      return await rejectOnAbort(this.compute(name, input, flag), signal);
    } finally {
      signal?.removeEventListener('abort', stop);
    }
  }

  /** Rejects new jobs, cancels those in flight, and rejects their callers. */
  stop(): void {
    this.isStopping = true;
    for (const { flag, fail } of this.inFlight) {
      cancel(flag);
      fail(new Error('stopping'));
    }
  }

  /** Terminates the thread. */
  async close(): Promise<void> {
    this.stop();
    await this.pool.destroy();
  }

  private async compute<Name extends keyof MiningJobs>(
    name: Name,
    input: MiningJobs[Name]['input'],
    flag: CancellationFlag,
  ): Promise<MiningJobs[Name]['result']> {
    const broken = Promise.withResolvers<never>();
    const entry = { flag, fail: broken.reject };
    this.inFlight.add(entry);
    const watchdog = setInterval(this.watchdog(flag), checkMs).unref();
    try {
      if (this.isStopping) {
        throw new Error('stopping');
      }
      // The worker is our own code: its results are those that mining-worker.ts declares.
      const done = this.pool.run({ input, flag }, { name }) as Promise<Outcome<MiningJobs[Name]['result']>>;
      const outcome = await Promise.race([done, broken.promise]);
      if ('result' in outcome) {
        return outcome.result;
      }
      throw outcome.stopped === 'timeout' ? this.timeoutError() : new Error(`${this.what} was cancelled`);
    } catch (error) {
      throw this.toServiceError(error);
    } finally {
      clearInterval(watchdog);
      this.inFlight.delete(entry);
    }
  }

  /** Terminates the thread if it hangs: then it polls neither the clock nor the cancellation flag. */
  private watchdog(flag: CancellationFlag): () => void {
    let cancelledAt = Number.POSITIVE_INFINITY;
    return () => {
      const now = monotonicMs();
      const started = startedAt(flag);
      cancelledAt = isCancelled(flag) ? Math.min(cancelledAt, now) : cancelledAt;
      if (started !== undefined && now > Math.min(started + flag.timeoutMs, cancelledAt) + graceMs) {
        for (const thread of this.pool.threads) {
          thread.terminate().catch((error: unknown) => this.logger.error(error));
        }
      }
    };
  }

  private timeoutError(): DeadlineExceeded {
    const seconds = this.limits.timeoutMs / 1000;
    return new DeadlineExceeded(
      `Given up after ${seconds} s: ${this.what} takes longer; raise ANALYSIS_TIMEOUT_S of member-profile.`,
    );
  }

  private toServiceError(error: unknown): unknown {
    if (this.isStopping) {
      return new ServiceUnavailable('member-profile is stopping; try again in a moment.');
    }
    const exit = describeExit(error);
    if (exit === undefined) {
      return error;
    }
    const message = `The thread for ${this.what} ${exit}.`;
    this.logger.error(message);
    return new InternalError(message, {}, { cause: error });
  }
}

/** Describes how the thread exited during a job; undefined if the job itself failed. */
function describeExit(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('message' in error)) {
    return undefined;
  }
  if ('code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY') {
    return 'ran out of memory: raise ANALYSIS_MEMORY_MB of member-profile';
  }
  return /^worker exited/i.test(String(error.message)) ? 'was ended' : undefined;
}
