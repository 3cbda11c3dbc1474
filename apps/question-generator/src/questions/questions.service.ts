import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { quotesOf, withoutQuotesOr } from '@warren/contracts';
import type { Pattern, Question, QuestionQuery } from '@warren/contracts';
import { ErasedRecently, Outbox, takenOut } from '@warren/messaging';
import { foldQuestion } from './fold.ts';
import { QuestionRow } from './question.entity.ts';

/** Maximum number of member ids stored with a question, as in an event. */
const maxMemberIds = 10_000;

/** Stores the questions of every pattern's latest version. */
@Injectable()
export class QuestionsService {
  constructor(
    private readonly em: EntityManager,
    private readonly outbox: Outbox,
    private readonly erased: ErasedRecently,
  ) {}

  /** Lists the open questions, oldest first. */
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

  /** The last version of a pattern that was applied; undefined before the first. */
  async lastVersionSeen(patternId: number): Promise<number | undefined> {
    const [row] = await this.em
      .fork()
      .execute<{ version: number }[]>('select version from pattern_seen where pattern_id = ?', [patternId]);
    return row?.version;
  }

  /**
   * Applies a pattern's current version to its questions in the transaction of `em`: a remaining question keeps its id, a
   * removed one is withdrawn, a returning one gets its old id back, a new one is published, unless it is nothing but a
   * quote. A version older than the last one seen changes nothing.
   * @param lastSeen the version seen before the owner was asked: a higher one than the owner's was forged
   */
  async applyPatternVersion(em: EntityManager, current: Pattern, lastSeen?: number): Promise<void> {
    if (!(await recordIfNewer(em, current, lastSeen))) {
      return;
    }
    const pattern = await this.redactErased(em, current);
    // Nothing is asked about a pattern that waits for the operator, or whose group is too small.
    const prompts = pattern.is_active && pattern.published ? pattern.question_prompts : [];
    const memberIds = pattern.related_member_ids.slice(0, maxMemberIds);
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
    const said = quotesOf(pattern.evidence);
    for (const { id, patternId, text } of added) {
      const told = withoutQuotesOr(text, said, undefined);
      if (told === undefined) {
        continue;
      }
      this.outbox.add(em, 'question.created', {
        question_id: id,
        pattern_id: patternId,
        text: told,
        ...(told === text ? {} : { quotes_left_out: true as const }),
      });
    }
  }

  /** Redacts a reply that the owner sent before an erasure; erased ids disappear with the pattern's next version. */
  private async redactErased(em: EntityManager, pattern: Pattern): Promise<Pattern> {
    const erased = await this.erased.heldSince(em, 'all');
    return erased === undefined
      ? pattern
      : {
          ...pattern,
          name: erased.redact(pattern.name),
          question_prompts: pattern.question_prompts.map(erased.redact),
        };
  }
}

/** Records the version unless a later one was seen; locks the row, so that versions of one pattern are applied one by one. */
async function recordIfNewer(em: EntityManager, { id, version }: Pattern, lastSeen = 0): Promise<boolean> {
  const recorded = await em.execute(
    `insert into pattern_seen as seen (pattern_id, version) values (?, ?)
     on conflict (pattern_id) do update set version = excluded.version
       where seen.version <= excluded.version or seen.version = ?
     returning pattern_id`,
    // A higher version seen before the owner answered was forged: the owner's version replaces it.
    [id, version, lastSeen > version ? lastSeen : version],
  );
  return recorded.length > 0;
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
