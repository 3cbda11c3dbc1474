import { Controller } from '@nestjs/common';
import type { MembersChanged } from '@warren/contracts';
import { Consumes, JetStreamContext, RequestClient, RetryLater, goneMembers } from '@warren/messaging';
import { Erasure } from './erasure.ts';
import { MeasuredRevision } from './measured-revision.ts';
import { PatternMeasuring } from './pattern-measuring.ts';
import { MeasuringSettings } from '../settings.ts';

/**
 * Follows the membership: erased members leave at once; every pattern is measured again, at most once in a while, so
 * that the many batches of an import count as one change. Anybody may publish the event, so it is a hint: member-profile
 * is asked who is gone, and which revision there is.
 */
@Controller()
export class MembersChangedController {
  constructor(
    private readonly requests: RequestClient,
    private readonly measuring: PatternMeasuring,
    private readonly measured: MeasuredRevision,
    private readonly erasure: Erasure,
    private readonly settings: MeasuringSettings,
  ) {}

  @Consumes('members.changed', { concurrency: 1 })
  async follow(change: MembersChanged, context: JetStreamContext): Promise<void> {
    const gone = await goneMembers(this.requests, change.erased_member_ids);
    // Words are taken out for members who are gone, and for nobody else.
    const passages = gone.length === change.erased_member_ids.length ? change.erased_passages : undefined;
    await this.erasure.erase(gone, passages);
    const waitMs = await this.measured.waitFor(change.revision, this.settings.everyMs);
    if (waitMs === undefined) {
      return;
    }
    if (waitMs > 0) {
      throw new RetryLater(waitMs, 'all patterns were measured a moment ago');
    }
    const { revision } = await this.measuring.measureAll(null);
    context.signal.throwIfAborted();
    if (revision !== null) {
      // It may be newer than the change that asked for it: the batches in between are done with.
      await this.measured.note(revision);
    }
  }
}
