import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable, Logger } from '@nestjs/common';
import { ErasedRecently, KeptMessages, StillKept, failpoint } from '@warren/messaging';
import type { ErasedPassages, Forgetting } from '@warren/messaging';
import { ErasedPatterns } from './erased-patterns.ts';
import { ErasureEpoch } from '../run-state/erasure-epoch.ts';
import { ownPassages } from './own-words.ts';

/** Takes erased members out of everything this service keeps and has published. */
@Injectable()
export class MemberEraser {
  private readonly logger = new Logger(MemberEraser.name);

  constructor(
    private readonly em: EntityManager,
    private readonly patterns: ErasedPatterns,
    private readonly erasures: ErasureEpoch,
    private readonly recently: ErasedRecently,
    private readonly kept: KeptMessages,
  ) {}

  /**
   * Takes members out of patterns, which are told anew, then out of every other row, then out
   * of the stream. Each row by itself: one that cannot be treated stops no other, and has this throw at the end, so that
   * the message comes again; a try that was cut short loses nothing. `passages` are hashes of what they wrote.
   * @throws StillKept
   */
  async erase(memberIds: readonly number[], passages?: ErasedPassages): Promise<void> {
    const change = { erased_member_ids: [...memberIds], erased_passages: passages };
    if (memberIds.length === 0 || (await this.recently.isDone(change))) {
      return;
    }
    const texts = await this.textsOf(memberIds);
    const begun = async (): Promise<Forgetting> =>
      this.em.fork().transactional(async (em) => this.erasures.begin(em, change, texts));
    const forgetting = await begun();
    await failpoint('erasure.after-begin');
    const failed = await this.patterns.forget(forgetting);
    await failpoint('erasure.after-patterns');
    await begun();
    await this.dropFinishedTurns();
    const left = failed + (await this.kept.sweep(forgetting));
    await failpoint('erasure.after-sweep');
    if (left > 0) {
      this.logger.error(`An erasure is not done: ${left} rows are left; it is tried again`);
      throw new StillKept(left);
    }
    await this.recently.done(change);
  }

  /** Their own words as they stand here: what they wrote last is not all that was ever quoted of them. */
  private async textsOf(memberIds: readonly number[]): Promise<string[]> {
    const gone = new Set(memberIds);
    const rows = await this.em.fork().execute<{ text: string }[]>(
      `select text from (
         select response as text from run_turn union all select results from run_turn
         union all select content from run_tool_result) as kept
       where text like any (array(select '%' || id || '%' from jsonb_array_elements_text(?::jsonb) as gone (id)))`,
      [JSON.stringify(memberIds)],
    );
    const said = ownPassages(
      rows.map(({ text }) => text),
      gone,
    );
    return [...(await this.patterns.quotesOf(gone)), ...said];
  }

  /** The turns of a run that is over for good go as a whole. */
  private async dropFinishedTurns(): Promise<void> {
    await this.em
      .fork()
      .execute(
        `delete from run_turn using run where run.id = run_turn.run_id and run.status in ('succeeded', 'failed', 'cancelled')`,
      );
  }
}
