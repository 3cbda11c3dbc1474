import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { ServiceUnavailable, hasEnded } from '@warren/contracts';
import type { RunProgress } from '@warren/contracts';
import { RequestClient } from '@warren/messaging';
import { RunFollower } from './run-follower.ts';
import type { RunStep } from './run-follower.ts';
import { RunSettings } from './run-settings.ts';
import { lastEventId, serverSentEvents } from './server-sent-events.ts';

const heartbeatMs = 15_000;

/** Opens event streams of runs, a limited number at once: each holds a connection and requests its run every second. */
@Injectable()
export class EventStreams {
  private open = 0;

  constructor(
    private readonly requests: RequestClient,
    private readonly follower: RunFollower,
    private readonly settings: RunSettings,
  ) {}

  /**
   * Opens the stream of a run; null for a client that has seen its last event.
   * @throws ServiceUnavailable if the maximum number of clients follow runs already
   */
  async of(id: number, lastSeen: string | undefined, closed: AbortSignal): Promise<Readable | null> {
    const run = await this.requests.ask('runs.get', { id });
    if (lastSeen === lastEventId && hasEnded(run.status)) {
      return null;
    }
    this.count(closed);
    return Readable.from(serverSentEvents(progressOf(this.follower.follow(id, closed)), heartbeatMs));
  }

  private count(closed: AbortSignal): void {
    const { maxEventStreams } = this.settings;
    if (this.open >= maxEventStreams) {
      throw new ServiceUnavailable(
        `${maxEventStreams} clients follow runs already; ask for the run itself now and then instead.`,
      );
    }
    if (!closed.aborted) {
      this.open += 1;
      closed.addEventListener('abort', () => (this.open -= 1), { once: true });
    }
  }
}

async function* progressOf(steps: AsyncIterable<RunStep>): AsyncGenerator<RunProgress> {
  for await (const { progress } of steps) {
    yield progress;
  }
}
