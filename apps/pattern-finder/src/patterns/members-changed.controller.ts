import { EntityManager } from '@mikro-orm/postgresql';
import { Controller } from '@nestjs/common';
import type { MembersChanged } from '@warren/contracts';
import { Consumes, JetStreamContext, RetryLater } from '@warren/messaging';
import { Erasure } from './erasure.ts';
import { PatternMeasuring } from './pattern-measuring.ts';
import { MeasuringSettings } from '../settings.ts';

/**
 * Follows the membership: erased members leave at once; every pattern is measured again, at most once in a while, so
 * that the many batches of an import count as one change.
 */
@Controller()
export class MembersChangedController {
  constructor(
    private readonly em: EntityManager,
    private readonly measuring: PatternMeasuring,
    private readonly erasure: Erasure,
    private readonly settings: MeasuringSettings,
  ) {}

  @Consumes('members.changed', { concurrency: 1 })
  async follow(change: MembersChanged, context: JetStreamContext): Promise<void> {
    if (change.erased_member_ids.length > 0) {
      await this.erasure.erase(change.erased_member_ids);
    }
    const waitMs = await this.waitFor(change.revision);
    if (waitMs === undefined) {
      return;
    }
    if (waitMs > 0) {
      throw new RetryLater(waitMs, 'all patterns were measured a moment ago');
    }
    const { revision } = await this.measuring.measureAll(null);
    context.signal.throwIfAborted();
    await this.em.fork().execute(
      `insert into membership_measured (revision, at) values (?, now())
       on conflict (singleton) do update set revision = greatest(membership_measured.revision, excluded.revision), at = now()`,
      // What was measured may be newer than the change that asked for it: the batches in between are done with.
      [Math.max(change.revision, revision ?? 0)],
    );
  }

  /** Milliseconds until patterns may be measured for this revision; undefined where it has been done. */
  private async waitFor(revision: number): Promise<number | undefined> {
    const [row] = await this.em
      .fork()
      .execute<{ revision: string; since_ms: string }[]>(
        'select revision, extract(epoch from now() - at) * 1000 as since_ms from membership_measured',
      );
    if (row === undefined) {
      return 0;
    }
    if (Number(row.revision) >= revision) {
      return undefined;
    }
    return Math.max(0, Math.ceil(this.settings.everyMs - Number(row.since_ms)));
  }
}
