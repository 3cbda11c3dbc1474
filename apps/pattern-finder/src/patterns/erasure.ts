import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable, Logger } from '@nestjs/common';
import { ErasedRecently, KeptMessages, StillKept, failpoint, wordsOfMembers } from '@warren/messaging';
import type { ErasedPassages, Forgetting, GoneMembers } from '@warren/messaging';
import { RunToolResultRow, RunTurnRow } from '../runs/run-turn.entity.ts';
import { ErasedPatterns } from './erased-patterns.ts';
import { Erasures } from './erasures.ts';

/** Takes erased members out of everything this service keeps and has published. */
@Injectable()
export class Erasure {
  private readonly logger = new Logger(Erasure.name);

  constructor(
    private readonly em: EntityManager,
    private readonly patterns: ErasedPatterns,
    private readonly erasures: Erasures,
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
    const texts = passages === undefined ? await this.textsOf(new Set(memberIds)) : [];
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

  /** Their own words as they stand here, for where nobody told what they wrote. */
  private async textsOf(gone: GoneMembers): Promise<string[]> {
    const em = this.em.fork();
    const [turns, results] = await Promise.all([em.find(RunTurnRow, {}), em.find(RunToolResultRow, {})]);
    const texts = [
      ...turns.flatMap(({ response, results: blocks }) => [response, blocks ?? '']),
      ...results.map(({ content }) => content),
    ];
    return [...(await this.patterns.quotesOf(gone)), ...texts.flatMap((text) => wordsOfMembers(text, gone))];
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
