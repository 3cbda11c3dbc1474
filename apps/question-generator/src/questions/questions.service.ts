import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { Pattern, Question, QuestionQuery } from '@warren/contracts';
import { ErasedRecently, Outbox, takenOut } from '@warren/messaging';
import { foldQuestion } from './fold.ts';
import { QuestionRow } from './question.entity.ts';

/** Members kept with a question, as many as an event tells. */
const mostIds = 10_000;

/** Keeps the questions of every pattern as its latest version has them. */
@Injectable()
export class QuestionsService {
  constructor(
    private readonly em: EntityManager,
    private readonly outbox: Outbox,
    private readonly erased: ErasedRecently,
  ) {}

  /** The questions asked now, oldest first. */
  async list({ pattern_id, limit }: QuestionQuery): Promise<Question[]> {
    const rows = await this.em
      .fork()
      .find(
        QuestionRow,
        { withdrawnAt: null, ...(pattern_id !== undefined && { patternId: pattern_id }) },
        { orderBy: { id: 'asc' }, limit },
      );
    return rows.map(toQuestion);
  }

  /** The version of a pattern that its questions are of; undefined before the first. */
  async versionSeen(patternId: number): Promise<number | undefined> {
    const [row] = await this.em
      .fork()
      .execute<{ version: number }[]>('select version from pattern_seen where pattern_id = ?', [patternId]);
    return row?.version;
  }

  /**
   * Brings a pattern's questions up to what its owner has now, in the transaction of `em`: a question that stays keeps
   * its id, one that is gone is withdrawn, one that comes back has its old id, a new one is announced. A version older
   * than one seen changes nothing.
   * @param seenBefore the version seen before the owner was asked: a higher one than the owner's was never the owner's
   */
  async applyPatternVersion(em: EntityManager, current: Pattern, seenBefore?: number): Promise<void> {
    if (await isOlder(em, current, seenBefore)) {
      return;
    }
    const pattern = await this.withoutErased(em, current);
    const prompts = pattern.is_active ? pattern.question_prompts : [];
    const memberIds = pattern.related_member_ids.slice(0, mostIds);
    const wanted = new Map(
      prompts.filter((text) => text !== takenOut).map((text) => [foldQuestion(text), text]),
    );
    const own = await em.find(QuestionRow, { patternId: pattern.id });
    const elsewhere = await em.find(QuestionRow, {
      folded: { $in: [...wanted.keys()] },
      patternId: { $ne: pattern.id },
      withdrawnAt: null,
    });
    for (const { folded } of elsewhere) {
      wanted.delete(folded);
    }

    const now = new Date();
    for (const question of own) {
      question.patternName = pattern.name;
      question.relatedMemberIds = memberIds;
      question.withdrawnAt = wanted.has(question.folded) ? null : (question.withdrawnAt ?? now);
      wanted.delete(question.folded);
    }
    const added = [...wanted].map(([folded, text]) =>
      em.create(QuestionRow, {
        patternId: pattern.id,
        patternName: pattern.name,
        text,
        folded,
        relatedMemberIds: memberIds,
        createdAt: now,
      }),
    );
    await em.flush();
    for (const { id, patternId, text } of added) {
      this.outbox.add(em, 'question.created', { question_id: id, pattern_id: patternId, text });
    }
  }

  /** What its owner said before an erasure may come after it; of ids the pattern's next version is rid. */
  private async withoutErased(em: EntityManager, pattern: Pattern): Promise<Pattern> {
    const gone = await this.erased.heldSince(em, 'all');
    return gone === undefined
      ? pattern
      : {
          ...pattern,
          name: gone.redact(pattern.name),
          question_prompts: pattern.question_prompts.map(gone.redact),
        };
  }
}

/** Notes the version, unless a later one was; the row stays locked, so that two versions of one pattern come one after the other. */
async function isOlder(em: EntityManager, { id, version }: Pattern, seenBefore = 0): Promise<boolean> {
  const noted = await em.execute(
    `insert into pattern_seen as seen (pattern_id, version) values (?, ?)
     on conflict (pattern_id) do update set version = excluded.version
       where seen.version <= excluded.version or seen.version = ?
     returning pattern_id`,
    // What was seen before the owner answered, and is higher, came from somebody else: the owner's version counts again.
    [id, version, seenBefore > version ? seenBefore : version],
  );
  return noted.length === 0;
}

function toQuestion(row: QuestionRow): Question {
  return {
    id: row.id,
    pattern_id: row.patternId,
    pattern_name: row.patternName,
    text: row.text,
    related_member_ids: row.relatedMemberIds,
    created_at: row.createdAt.toISOString(),
  };
}
