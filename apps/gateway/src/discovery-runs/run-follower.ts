import { EventEmitter, once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import type { NatsConnection } from '@nats-io/transport-node';
import { Injectable } from '@nestjs/common';
import { RunProgress, hasEnded, runProgressSubject } from '@warren/contracts';
import type { Run } from '@warren/contracts';
import { NatsConnectionManager, RequestClient, Shutdown } from '@warren/messaging';
import { progressOf } from './run-messages.ts';

const pollMs = 1_000;
/** Steps kept for a client that does not read; older ones are dropped, since the run is read again anyway. */
const maxBuffered = 1_000;

/** Step of a run, and the run as it was last read. */
export interface RunStep {
  progress: RunProgress;
  run: Run;
}

/** Follows runs: by their published progress, and by reading the run every second, since progress may be lost. */
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

  /** Follows a run, snapshot first, until it has ended or `signal` aborts. */
  async *follow(id: number, signal: AbortSignal): AsyncGenerator<RunStep> {
    const stop = AbortSignal.any([signal, this.closing.signal]);
    const subscription = new ProgressSubscription(await this.broker.connected(), id);
    try {
      // subscribed before the snapshot is read, so that no step in between is missed
      await subscription.subscribed();
      let run = await this.requests.ask('runs.get', { id });
      let readAt = performance.now();
      yield { run, progress: progressOf(run, 'snapshot', new Date()) };
      while (!hasEnded(run.status)) {
        await subscription.next(Math.max(0, readAt + pollMs - performance.now()), stop);
        if (stop.aborted) {
          return;
        }
        const received = subscription.take();
        for (const progress of received) {
          if (!hasEnded(progress.status)) {
            yield { run, progress };
          }
        }
        if (performance.now() - readAt >= pollMs || received.some(({ status }) => hasEnded(status))) {
          run = await this.requests.ask('runs.get', { id }).catch(() => run);
          readAt = performance.now();
        }
      }
      yield { run, progress: progressOf(run, 'ended', new Date()) };
    } finally {
      subscription.close();
    }
  }

  /** Waits for a run to end, at most `ms` and until `signal` aborts. @returns the run as last read */
  async waitForEnd(run: Run, ms: number, signal: AbortSignal): Promise<Run> {
    if (ms === 0) {
      return run;
    }
    let last = run;
    try {
      for await (const step of this.follow(run.id, AbortSignal.any([signal, AbortSignal.timeout(ms)]))) {
        last = step.run;
      }
    } catch {
      // the run is accepted even if waiting for it fails: the answer says where it can be found
    }
    return hasEnded(last.status)
      ? last
      : this.requests.ask('runs.get', { id: run.id }, { deadlineMs: 2_000 }).catch(() => last);
  }
}

/** Subscription to the progress of one run on core NATS; buffers steps until they are taken. */
class ProgressSubscription {
  private readonly arrived = new EventEmitter();
  private buffer: RunProgress[] = [];
  private readonly subscription;

  constructor(
    private readonly connection: NatsConnection,
    id: number,
  ) {
    this.subscription = connection.subscribe(runProgressSubject(id), {
      callback: (error, message) => {
        const progress = error === null ? RunProgress.safeParse(parsed(message.string())).data : undefined;
        if (progress?.run_id === id) {
          this.buffer = [...this.buffer.slice(1 - maxBuffered), progress];
          this.arrived.emit('progress');
        }
      },
    });
  }

  /** Waits until the server knows the subscription; while it cannot be reached, the run is read instead. */
  async subscribed(): Promise<void> {
    await Promise.race([
      this.connection.flush().catch(() => undefined),
      delay(pollMs, undefined, { ref: false }),
    ]);
  }

  /** Waits for the next step, `ms` at most. */
  async next(ms: number, stop: AbortSignal): Promise<void> {
    if (this.buffer.length === 0) {
      // Whole milliseconds: AbortSignal.timeout takes no others.
      const signal = AbortSignal.any([stop, AbortSignal.timeout(Math.ceil(ms))]);
      await once(this.arrived, 'progress', { signal }).catch(() => undefined);
    }
  }

  take(): RunProgress[] {
    const steps = this.buffer;
    this.buffer = [];
    return steps;
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
