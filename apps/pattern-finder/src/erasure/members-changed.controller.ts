import { Controller } from '@nestjs/common';
import type { MembersChanged } from '@warren/contracts';
import { Consumes, JetStreamContext, RequestClient, RetryLater, isConfirmedErasure } from '@warren/messaging';
import { IntroductionProposer } from '../introductions/introduction-proposer.ts';
import { PatternEvaluator } from '../patterns/pattern-evaluator.ts';
import { EvaluatedRevision } from './evaluated-revision.ts';
import { EvaluationSettings } from './evaluation-settings.ts';
import { MemberEraser } from './member-eraser.ts';

/**
 * Consumes changes of the membership: removes erased members at once, and evaluates all patterns and introductions
 * again, rate limited so that the many batches of an import count as one change. Anybody may publish the event, so it is only a hint:
 * member-profile is asked to confirm the erasure and the revision.
 */
@Controller()
export class MembersChangedController {
  constructor(
    private readonly requests: RequestClient,
    private readonly evaluator: PatternEvaluator,
    private readonly introductions: IntroductionProposer,
    private readonly revisions: EvaluatedRevision,
    private readonly eraser: MemberEraser,
    private readonly settings: EvaluationSettings,
  ) {}

  @Consumes('members.changed')
  async follow(change: MembersChanged, context: JetStreamContext): Promise<void> {
    if (await isConfirmedErasure(this.requests, change)) {
      await this.eraser.erase(change.erased_member_ids, change.erased_passages);
    }
    const waitMs = await this.revisions.waitFor(change.revision, this.settings.everyMs);
    if (waitMs === undefined) {
      return;
    }
    if (waitMs > 0) {
      throw new RetryLater(waitMs, 'all patterns were evaluated a moment ago');
    }
    const { revision } = await this.evaluator.evaluateAll(null);
    await this.introductions.recheck();
    context.signal.throwIfAborted();
    if (revision !== null) {
      // It may be newer than the change that asked for it, and then covers the batches in between.
      await this.revisions.store(revision);
    }
  }
}
