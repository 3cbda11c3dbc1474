import { EntityManager, LockMode } from '@mikro-orm/postgresql';
import { Injectable, Logger } from '@nestjs/common';
import { ErasedRecently, KeptMessages, StillKept, failpoint, takenOut } from '@warren/messaging';
import type { ErasedPassages, Forgetting } from '@warren/messaging';
import { foldQuestion } from './fold.ts';
import { QuestionRow } from './question.entity.ts';

/** Redacts erased members in every question, withdrawn ones too, and in everything else this service stores. */
@Injectable()
export class QuestionEraser {
  private readonly logger = new Logger(QuestionEraser.name);

  constructor(
    private readonly em: EntityManager,
    private readonly recently: ErasedRecently,
    private readonly kept: KeptMessages,
  ) {}

  /**
   * Redacts members in every row, each in a transaction of its own, then in the stream. Idempotent; it is called again if
   * anything failed.
   * @throws StillKept
   */
  async erase(memberIds: readonly number[], passages?: ErasedPassages): Promise<void> {
    const change = { erased_member_ids: [...memberIds], erased_passages: passages };
    if (memberIds.length === 0 || (await this.recently.isDone(change))) {
      return;
    }
    const forgetting = await this.em.fork().transactional(async (em) => this.recently.note(em, change, []));
    await failpoint('erasure.after-begin');
    const failed = await this.redactQuestions(forgetting);
    const left = failed + (await this.kept.sweep(forgetting));
    await failpoint('erasure.after-sweep');
    if (left > 0) {
      throw new StillKept(left);
    }
    await this.recently.done(change);
  }

  private async redactQuestions(forgetting: Forgetting): Promise<number> {
    const rows = await this.em.fork().find(QuestionRow, {}, { orderBy: { id: 'asc' } });
    let failed = 0;
    for (const { id } of rows.filter(({ text }) => forgetting.redact(text) !== text)) {
      try {
        await this.em.fork().transactional(async (em) => redactQuestion(em, id, forgetting));
      } catch (error) {
        failed += 1;
        // The error's name only: its message may quote the row.
        this.logger.error(
          `Words of an erased member are still in question ${id}: ${error instanceof Error ? error.name : typeof error}`,
        );
      }
    }
    return failed;
  }
}

/** Redacts a question. One without any text left is withdrawn; one that now equals another gets a key that matches none. */
async function redactQuestion(em: EntityManager, id: number, { redact }: Forgetting): Promise<void> {
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
