import { RunProgress, hasEnded, runProgressSubject } from '@warren/contracts';
import type { Run } from '@warren/contracts';
import { NatsConnectionManager, RequestClient, Shutdown } from '@warren/messaging';
import { Injectable } from '@nestjs/common';
import type { NatsConnection } from '@nats-io/transport-node';
import { EventEmitter, once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { progressOf } from './run-messages.ts';

const pollMs = 1_000;
/** What is kept for a client that does not read: it is shown the run as it stands, and not each step of it. */
const mostTold = 1_000;

/** A step of a run, and the run as it was last read. */
export interface RunStep {
  progress: RunProgress;
  run: Run;
}

/** Follows runs: progress as it is told, and the run itself every second, since what is told may be lost. */
@Injectable()
export class RunFollower {
  private readonly closing = new AbortController();

  constructor(
    private readonly broker: NatsConnectionManager,
    private readonly requests: RequestClient,
    shutdown: Shutdown,
  ) {
    shutdown.register({ name: 'followed runs', stopIntake: () => this.closing.abort() });
  }

  /** Follows a run from where it stands, snapshot first, until it has ended or `signal` aborts. */
  async *follow(id: number, signal: AbortSignal): AsyncGenerator<RunStep> {
    const stop = AbortSignal.any([signal, this.closing.signal]);
    const news = new ProgressSubscription(await this.broker.connected(), id);
    try {
      // subscribed before the snapshot is taken: what happens in between is told by one of them
      await news.subscribed();
      let run = await this.requests.ask('runs.get', { id });
      let readAt = performance.now();
      yield { run, progress: progressOf(run, 'snapshot', new Date()) };
      while (!hasEnded(run.status)) {
        await news.next(Math.max(0, readAt + pollMs - performance.now()), stop);
        if (stop.aborted) {
          return;
        }
        const told = news.take();
        for (const progress of told) {
          if (!hasEnded(progress.status)) {
            yield { run, progress };
          }
        }
        if (performance.now() - readAt >= pollMs || told.some(({ status }) => hasEnded(status))) {
          run = await this.requests.ask('runs.get', { id }).catch(() => run);
          readAt = performance.now();
        }
      }
      yield { run, progress: progressOf(run, 'ended', new Date()) };
    } finally {
      news.close();
    }
  }

  /** The run as it stands when it has ended, or after `ms`, or as soon as nobody waits any longer. */
  async wait(run: Run, ms: number, signal: AbortSignal): Promise<Run> {
    if (ms === 0) {
      return run;
    }
    let last = run;
    try {
      for await (const step of this.follow(run.id, AbortSignal.any([signal, AbortSignal.timeout(ms)]))) {
        last = step.run;
      }
    } catch {
      // the run was accepted, whatever becomes of the waiting: the answer tells where it can be found
    }
    return hasEnded(last.status)
      ? last
      : this.requests.ask('runs.get', { id: run.id }, { deadlineMs: 2_000 }).catch(() => last);
  }
}

/** What is told of one run over core NATS, kept until it is taken. */
class ProgressSubscription {
  private readonly arrived = new EventEmitter();
  private told: RunProgress[] = [];
  private readonly subscription;

  constructor(
    private readonly connection: NatsConnection,
    id: number,
  ) {
    this.subscription = connection.subscribe(runProgressSubject(id), {
      callback: (error, message) => {
        const progress = error === null ? RunProgress.safeParse(parsed(message.string())).data : undefined;
        if (progress?.run_id === id) {
          this.told = [...this.told.slice(1 - mostTold), progress];
          this.arrived.emit('news');
        }
      },
    });
  }

  /** Waits until the server knows of the subscription; while it cannot be reached, reading the run has to do. */
  async subscribed(): Promise<void> {
    await Promise.race([
      this.connection.flush().catch(() => undefined),
      delay(pollMs, undefined, { ref: false }),
    ]);
  }

  /** Waits for the next piece of news, `ms` at most. */
  async next(ms: number, stop: AbortSignal): Promise<void> {
    if (this.told.length === 0) {
      // Whole milliseconds: AbortSignal.timeout takes no others.
      const signal = AbortSignal.any([stop, AbortSignal.timeout(Math.ceil(ms))]);
      await once(this.arrived, 'news', { signal }).catch(() => undefined);
    }
  }

  take(): RunProgress[] {
    const told = this.told;
    this.told = [];
    return told;
  }

  close(): void {
    this.subscription.unsubscribe();
  }
}

function parsed(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    return undefined;
  }
}
