import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { hasEnded } from '@warren/contracts';
import type { RunProgress } from '@warren/contracts';
import { RequestClient } from '@warren/messaging';
import { Shares } from '../access/shares.ts';
import { RunFollower } from './run-follower.ts';
import type { RunStep } from './run-follower.ts';
import { RunSettings } from './run-settings.ts';
import { lastEventId, serverSentEvents } from './server-sent-events.ts';

const heartbeatMs = 15_000;
/** Longest duration of a stream: browsers open it again by themselves, and who asks is authenticated again. */
const longestMs = 15 * 60_000;

/** Opens event streams of runs, a limited number at once: each holds a connection and requests its run every second. */
@Injectable()
export class EventStreams {
  private readonly open: Shares;

  constructor(
    private readonly requests: RequestClient,
    private readonly follower: RunFollower,
    settings: RunSettings,
  ) {
    this.open = new Shares({
      total: settings.maxEventStreams,
      share: settings.clientShare,
      explain: (count) =>
        `${count} clients follow runs already; ask for the run itself now and then instead.`,
    });
  }

  /**
   * Opens the stream of a run; null for a client that has seen its last event.
   * @param client whose share of the streams it takes
   * @throws TooManyRequests or ServiceUnavailable if that share, or the maximum of all, is in use already
   */
  async of(
    id: number,
    lastSeen: string | undefined,
    client: string,
    closed: AbortSignal,
  ): Promise<Readable | null> {
    const giveBack = this.open.take(client);
    let isOpen = false;
    try {
      const run = await this.requests.ask('runs.get', { id });
      if (closed.aborted || (lastSeen === lastEventId && hasEnded(run.status))) {
        return null;
      }
      closed.addEventListener('abort', giveBack, { once: true });
      isOpen = true;
    } finally {
      if (!isOpen) {
        giveBack();
      }
    }
    const over = AbortSignal.any([closed, AbortSignal.timeout(longestMs)]);
    return Readable.from(serverSentEvents(progressOf(this.follower.follow(id, over)), heartbeatMs));
  }
}

async function* progressOf(steps: AsyncIterable<RunStep>): AsyncGenerator<RunProgress> {
  for await (const { progress } of steps) {
    yield progress;
  }
}
