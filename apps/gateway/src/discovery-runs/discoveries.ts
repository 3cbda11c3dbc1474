import { Injectable } from '@nestjs/common';
import { hasEnded } from '@warren/contracts';
import type { DiscoverReply, RequestInput } from '@warren/contracts';
import { RequestClient } from '@warren/messaging';
import { preferenceApplied, waitMs } from '../http/prefer-header.ts';
import type { Preference } from '../http/prefer-header.ts';
import { RunFollower } from './run-follower.ts';
import { discoverReplyOf, runPath } from './run-messages.ts';
import { RunSettings } from './run-settings.ts';

/** Answer to a request for a discovery: 200 once the run has ended, 202 while it is in progress. */
interface DiscoveryAnswer {
  readonly status: 200 | 202;
  readonly headers: Record<string, string>;
  readonly body: DiscoverReply;
}

/** Creates runs and waits for them as long as the client prefers. */
@Injectable()
export class Discoveries {
  constructor(
    private readonly requests: RequestClient,
    private readonly follower: RunFollower,
    private readonly settings: RunSettings,
  ) {}

  /**
   * Creates a run, or finds the one of its idempotency key, and waits for its end, until `closed` aborts.
   */
  async run(
    request: Omit<RequestInput<'runs.create'>, 'waits'>,
    preference: Preference,
    closed: AbortSignal,
  ): Promise<DiscoveryAnswer> {
    const wait = waitMs(preference, this.settings.discoverWaitMs);
    const created = await this.requests.ask('runs.create', { ...request, waits: wait > 0 });
    const run = await this.follower.waitForEnd(created, wait, closed);
    const isEarly = !hasEnded(run.status);
    const applied = preferenceApplied(preference, isEarly);
    return {
      status: isEarly ? 202 : 200,
      headers: {
        ...(applied !== undefined && { 'preference-applied': applied }),
        ...(isEarly && { location: runPath(run.id) }),
      },
      body: discoverReplyOf(run),
    };
  }
}
