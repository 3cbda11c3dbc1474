import { EntityManager, LockMode } from '@mikro-orm/postgresql';
import { Injectable, Logger } from '@nestjs/common';
import { ErasedRecently, KeptMessages, StillKept, failpoint, takenOut } from '@warren/messaging';
import type { ErasedPassages, Forgetting } from '@warren/messaging';
import { foldQuestion } from './fold.ts';
import { QuestionRow } from './question.entity.ts';

/** Takes erased members out of every question, withdrawn ones too, and out of all else this service keeps. */
@Injectable()
export class QuestionErasure {
  private readonly logger = new Logger(QuestionErasure.name);

  constructor(
    private readonly em: EntityManager,
    private readonly recently: ErasedRecently,
    private readonly kept: KeptMessages,
  ) {}

  /**
   * Takes members out of every row, each by itself, then out of the stream. It may be called
   * again, and is where anything was left.
   * @throws StillKept
   */
  async erase(memberIds: readonly number[], passages?: ErasedPassages): Promise<void> {
    const change = { erased_member_ids: [...memberIds], erased_passages: passages };
    if (memberIds.length === 0 || (await this.recently.isDone(change))) {
      return;
    }
    const forgetting = await this.em.fork().transactional(async (em) => this.recently.note(em, change, []));
    await failpoint('erasure.after-begin');
    const failed = await this.forgetQuestions(forgetting);
    const left = failed + (await this.kept.sweep(forgetting));
    await failpoint('erasure.after-sweep');
    if (left > 0) {
      throw new StillKept(left);
    }
    await this.recently.done(change);
  }

  private async forgetQuestions(forgetting: Forgetting): Promise<number> {
    const rows = await this.em.fork().find(QuestionRow, {}, { orderBy: { id: 'asc' } });
    let failed = 0;
    for (const { id } of rows.filter(({ text }) => forgetting.redact(text) !== text)) {
      try {
        await this.em.fork().transactional(async (em) => forgetIn(em, id, forgetting));
      } catch (error) {
        failed += 1;
        // By its name alone: its message may quote the row.
        this.logger.error(
          `Words of an erased member are still in question ${id}: ${error instanceof Error ? error.name : typeof error}`,
        );
      }
    }
    return failed;
  }
}

/** A question of which nothing is left is withdrawn; one that is another's by now keeps a row that is met by none. */
async function forgetIn(em: EntityManager, id: number, { redact }: Forgetting): Promise<void> {
  const row = await em.findOne(QuestionRow, id, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (row === null) {
    return;
  }
  row.text = redact(row.text);
  row.withdrawnAt = row.text === takenOut ? (row.withdrawnAt ?? new Date()) : row.withdrawnAt;
  const folded = foldQuestion(row.text);
  const taken = await em.count(QuestionRow, { folded, id: { $ne: id } });
  row.folded = taken === 0 ? folded : `${folded} (${id})`;
}
