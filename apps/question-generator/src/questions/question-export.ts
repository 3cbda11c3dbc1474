import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { KeptOfMemberQuery, QuestionsKept } from '@warren/contracts';
import { AuditEntries, eventsAmong, findKeptRows, tracesOfMember } from '@warren/messaging';
import { QuestionRow } from './question.entity.ts';

/** Finds everything that this service keeps of a member. */
@Injectable()
export class QuestionExport {
  constructor(
    private readonly em: EntityManager,
    private readonly audit: AuditEntries,
  ) {}

  async export({ id, passages }: KeptOfMemberQuery): Promise<QuestionsKept> {
    const em = this.em.fork();
    const rows = await findKeptRows(em, tracesOfMember(id, passages));
    const ids = rows.flatMap(({ table, key }) => (table === 'question' ? [Number(key['id'])] : []));
    const questions = await em.find(QuestionRow, { id: { $in: ids } }, { orderBy: { id: 'asc' } });
    return {
      rows,
      audit: await this.audit.aboutMember(id),
      questions: questions.map((row) => ({
        id: row.id,
        pattern_id: row.patternId,
        text: row.text,
        withdrawn: (row.withdrawnAt ?? null) !== null,
        created_at: row.createdAt.toISOString(),
      })),
      events: await eventsAmong(em, rows),
    };
  }
}
