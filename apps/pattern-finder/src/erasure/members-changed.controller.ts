import { Controller } from '@nestjs/common';
import type { MembersChanged } from '@warren/contracts';
import { Consumes, JetStreamContext, RequestClient, RetryLater, isConfirmedErasure } from '@warren/messaging';
import { MemberEraser } from './member-eraser.ts';
import { MeasuredRevision } from './measured-revision.ts';
import { PatternEvaluator } from '../patterns/pattern-evaluator.ts';
import { MeasuringSettings } from '../settings.ts';

/**
 * Follows the membership: erased members leave at once; every pattern is measured again, at most once in a while, so
 * that the many batches of an import count as one change. Anybody may publish the event, so it is a hint: member-profile
 * is asked whether it told this erasure, and which revision there is.
 */
@Controller()
export class MembersChangedController {
  constructor(
    private readonly requests: RequestClient,
    private readonly measuring: PatternEvaluator,
    private readonly measured: MeasuredRevision,
    private readonly erasure: MemberEraser,
    private readonly settings: MeasuringSettings,
  ) {}

  @Consumes('members.changed')
  async follow(change: MembersChanged, context: JetStreamContext): Promise<void> {
    if (await isConfirmedErasure(this.requests, change)) {
      await this.erasure.erase(change.erased_member_ids, change.erased_passages);
    }
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
