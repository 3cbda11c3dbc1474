import { Logger } from '@nestjs/common';
import { DeadlineExceeded, InternalError, ServiceUnavailable } from '@warren/contracts';
import { Piscina } from 'piscina';
import type { MiningJobs, Outcome } from './mining-jobs.ts';
import type { MiningLimits } from './mining-settings.ts';
import { orAborted } from './reject-on-abort.ts';
import { askToStop, beganAt, createStopNote, isAskedToStop, machineMs } from './cancellation-flag.ts';
import type { StopNote } from './cancellation-flag.ts';

/** Read from TypeScript, as tests are, the thread is too; Node strips its types. */
const language = import.meta.filename.endsWith('.ts') ? 'ts' : 'js';
const filename = `${import.meta.dirname}/mining-worker.${language}`;

/** On few cores the operating system lets requests, and the database, go before what computes in the background. */
const niceIncrement = process.platform === 'win32' ? 0 : 5;

/** A thread that was asked to stop and has not after so long hangs, and is ended. */
const graceMs = 5_000;
const lookMs = 1_000;

/** One thread that computes, one job after the other; so it finds again what it kept of the last one. */
export class MiningThread {
  private readonly logger = new Logger(MiningThread.name);
  private readonly pool: Piscina<unknown, unknown>;
  private readonly inHand = new Set<{ note: StopNote; fail: (error: Error) => void }>();
  private places = 0;
  private isStopping = false;

  constructor(
    /** What it is for, as errors say it: "the analysis", "the judging of rules". */
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
    // A thread that ends while it has nothing to do, or that cannot start: who waits for it would wait for ever.
    this.pool.on('error', (error: Error) => {
      this.logger.error(`The thread for ${what} ended: ${error.message}`);
      for (const { fail } of this.inHand) {
        fail(error);
      }
    });
  }

  /**
   * Takes one of the places, of those who compute and who wait, for as long as `work` takes.
   * @throws ServiceUnavailable where all are taken
   */
  async inPlace<T>(work: () => Promise<T>): Promise<T> {
    if (this.places > this.limits.mostWaiting) {
      throw new ServiceUnavailable(`Too many requests wait for ${this.what} already; try again in a moment.`);
    }
    this.places += 1;
    try {
      return await work();
    } finally {
      this.places -= 1;
    }
  }

  /**
   * Does a job when those before it are done. Where the signal fires it is left, and the thread free within a second.
   * @throws DeadlineExceeded where it takes too long, InternalError where the thread ends under it
   */
  async run<Name extends keyof MiningJobs>(
    name: Name,
    input: MiningJobs[Name]['input'],
    signal?: AbortSignal,
  ): Promise<MiningJobs[Name]['result']> {
    signal?.throwIfAborted();
    const note = createStopNote(this.limits.timeoutMs);
    const stop = (): void => askToStop(note);
    signal?.addEventListener('abort', stop, { once: true });
    try {
      return await orAborted(this.compute(name, input, note), signal);
    } finally {
      signal?.removeEventListener('abort', stop);
    }
  }

  /** Takes no more, and asks all that is in hand to stop; who waits is told so. */
  stop(): void {
    this.isStopping = true;
    for (const { note, fail } of this.inHand) {
      askToStop(note);
      fail(new Error('stopping'));
    }
  }

  /** Ends the thread, whatever it does. */
  async close(): Promise<void> {
    this.stop();
    await this.pool.destroy();
  }

  private async compute<Name extends keyof MiningJobs>(
    name: Name,
    input: MiningJobs[Name]['input'],
    note: StopNote,
  ): Promise<MiningJobs[Name]['result']> {
    const broken = Promise.withResolvers<never>();
    const entry = { note, fail: broken.reject };
    this.inHand.add(entry);
    const watch = setInterval(this.watchdog(note), lookMs).unref();
    try {
      if (this.isStopping) {
        throw new Error('stopping');
      }
      // The thread is this program's own: what it gives is what mining-worker.ts declares.
      const done = this.pool.run({ input, note }, { name }) as Promise<Outcome<MiningJobs[Name]['result']>>;
      const outcome = await Promise.race([done, broken.promise]);
      if ('result' in outcome) {
        return outcome.result;
      }
      throw outcome.stopped === 'late' ? this.tookTooLong() : new Error(`${this.what} was stopped`);
    } catch (error) {
      throw this.asTold(error);
    } finally {
      clearInterval(watch);
      this.inHand.delete(entry);
    }
  }

  /** Ends the thread where it hangs: then it looks neither at the clock nor at who wants what it does. */
  private watchdog(note: StopNote): () => void {
    let askedAt = Number.POSITIVE_INFINITY;
    return () => {
      const now = machineMs();
      const began = beganAt(note);
      askedAt = isAskedToStop(note) ? Math.min(askedAt, now) : askedAt;
      if (began !== undefined && now > Math.min(began + note.timeoutMs, askedAt) + graceMs) {
        for (const thread of this.pool.threads) {
          thread.terminate().catch((error: unknown) => this.logger.error(error));
        }
      }
    };
  }

  private tookTooLong(): DeadlineExceeded {
    const seconds = this.limits.timeoutMs / 1000;
    return new DeadlineExceeded(
      `Given up after ${seconds} s: ${this.what} takes longer; raise ANALYSIS_TIMEOUT_S of member-profile.`,
    );
  }

  private asTold(error: unknown): unknown {
    if (this.isStopping) {
      return new ServiceUnavailable('member-profile is stopping; try again in a moment.');
    }
    const ending = endingOf(error);
    if (ending === undefined) {
      return error;
    }
    const message = `The thread for ${this.what} ${ending}.`;
    this.logger.error(message);
    return new InternalError(message, {}, { cause: error });
  }
}

/** How a thread ended that ended under a job; undefined where the job itself failed. */
function endingOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('message' in error)) {
    return undefined;
  }
  if ('code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY') {
    return 'ran out of memory: raise ANALYSIS_MEMORY_MB of member-profile';
  }
  return /^worker exited/i.test(String(error.message)) ? 'was ended' : undefined;
}
