import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable, Logger } from '@nestjs/common';
import { ErasedRecently, KeptMessages, StillKept, failpoint } from '@warren/messaging';
import type { ErasedPassages, Forgetting } from '@warren/messaging';
import { deleteIntroductionsOf } from '../introductions/introductions-of-member.ts';
import { ErasureEpoch } from '../run-state/erasure-epoch.ts';
import { ErasedPatterns } from './erased-patterns.ts';
import { ErasedThoughts, endedForGood } from './erased-thoughts.ts';
import { StoredWords } from './stored-words.ts';

/** Removes erased members from everything this service stores and has published. */
@Injectable()
export class MemberEraser {
  private readonly logger = new Logger(MemberEraser.name);

  constructor(
    private readonly em: EntityManager,
    private readonly patterns: ErasedPatterns,
    private readonly erasureEpoch: ErasureEpoch,
    private readonly recently: ErasedRecently,
    private readonly kept: KeptMessages,
    private readonly words: StoredWords,
    private readonly thoughts: ErasedThoughts,
  ) {}

  /**
   * Removes the introductions of members, then the members from patterns, which are published again, then from all other
   * rows, then from the stream. Each row by
   * itself: a row that fails stops no other, and has this throw at the end, so that the message is redelivered. It can be
   * retried from any point. `passages` are hashes of what they wrote.
   * @throws StillKept
   */
  async erase(memberIds: readonly number[], passages?: ErasedPassages): Promise<void> {
    const change = { erased_member_ids: [...memberIds], erased_passages: passages };
    if (memberIds.length === 0 || (await this.recently.isDone(change))) {
      return;
    }
    const texts = await this.words.of(memberIds);
    const beginErasure = async (): Promise<Forgetting> =>
      this.em.fork().transactional(async (em) => this.erasureEpoch.begin(em, change, texts));
    const forgetting = await beginErasure();
    await failpoint('erasure.after-begin');
    await deleteIntroductionsOf(this.em.fork(), memberIds);
    const failed = await this.patterns.forget(forgetting);
    await this.thoughts.forget();
    await failpoint('erasure.after-patterns');
    await beginErasure();
    await this.forgetRead(memberIds);
    await this.dropFinishedTurns();
    const left = failed + (await this.kept.sweep(forgetting));
    await failpoint('erasure.after-sweep');
    if (left > 0) {
      this.logger.error(`An erasure is incomplete: ${left} rows are left; it is retried`);
      throw new StillKept(left);
    }
    await this.recently.done(change);
  }

  /** Deletes what was remembered of the texts of these members. */
  private async forgetRead(memberIds: readonly number[]): Promise<void> {
    await this.em
      .fork()
      .execute('delete from profile_read where member_id = any(?::integer[])', [`{${memberIds.join(',')}}`]);
  }

  /** Deletes all turns of runs that have ended for good, and the answers beside them. */
  private async dropFinishedTurns(): Promise<void> {
    for (const table of ['run_turn', 'run_reading']) {
      await this.em
        .fork()
        .execute(`delete from ${table} using run where run.id = run_id and ${endedForGood}`);
    }
  }
}
