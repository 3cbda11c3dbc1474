import { EntityManager, LockMode } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { forgetMembers, wordsOfMembers } from '../analyst/forget-members.ts';
import { RunToolResultRow, RunTurnRow } from '../runs/run-turn.entity.ts';
import { Erasures } from './erasures.ts';
import { PatternStore } from './pattern-store.ts';
import { PatternVersionRow } from './pattern-version.entity.ts';
import { PatternRow } from './pattern.entity.ts';
import { redactor } from './redact.ts';

/** Takes erased members out of everything this service keeps. */
@Injectable()
export class Erasure {
  constructor(
    private readonly em: EntityManager,
    private readonly store: PatternStore,
    private readonly erasures: Erasures,
  ) {}

  /**
   * Removes the ids and quotes of these members from patterns, observations and stored model turns; a pattern that had
   * them is told anew.
   */
  async erase(memberIds: readonly number[]): Promise<void> {
    const gone = new Set(memberIds);
    const kept = (ids: readonly number[]): number[] => ids.filter((id) => !gone.has(id));
    await this.em.fork().transactional(async (em) => {
      await this.erasures.begin(em, memberIds);
      const rows = await em.find(
        PatternRow,
        { relatedMemberIds: { $overlap: [...memberIds] } },
        { orderBy: { id: 'asc' }, lockMode: LockMode.PESSIMISTIC_WRITE },
      );
      const quoted: string[] = [];
      for (const row of rows) {
        const { quotes, sides, pairs } = row.evidence;
        row.relatedMemberIds = kept(row.relatedMemberIds);
        row.memberCount = row.relatedMemberIds.length;
        row.evidence = {
          ...row.evidence,
          statistics: { ...row.evidence.statistics, observed: row.memberCount },
          ...(quotes === undefined ? {} : { quotes: quotes.filter((quote) => !gone.has(quote.member_id)) }),
          ...(sides === undefined
            ? {}
            : { sides: { givers: kept(sides.givers), seekers: kept(sides.seekers) } }),
          ...(pairs === undefined
            ? {}
            : { pairs: pairs.filter((pair) => !gone.has(pair.giver) && !gone.has(pair.seeker)) }),
        };
        const said = (quotes ?? []).filter((quote) => gone.has(quote.member_id)).map(({ quote }) => quote);
        if (said.length > 0) {
          await this.eraseWords(em, row, said);
          quoted.push(...said);
        }
        this.store.newVersion(em, row, 'updated', { analyst: row.analyst, runId: null });
      }
      for (const id of memberIds) {
        await em.execute(
          `update pattern_observation set joined = array_remove(joined, ?), left_ids = array_remove(left_ids, ?)
            where ? = any (joined) or ? = any (left_ids)`,
          [id, id, id, id],
        );
      }
      await this.eraseFromTurns(em, gone, quoted);
      await this.eraseFromOutbox(em, gone, quoted);
    });
  }

  /** Passages of an erased member's quotes stay neither in the words of the pattern nor in its history. */
  private async eraseWords(em: EntityManager, row: PatternRow, said: readonly string[]): Promise<void> {
    const redact = redactor(said);
    row.description = redact(row.description);
    row.questionPrompts = row.questionPrompts.map(redact);
    for (const version of await em.find(PatternVersionRow, { patternId: row.id })) {
      version.description = redact(version.description);
    }
  }

  /** What was published stays in the outbox for a while. */
  private async eraseFromOutbox(
    em: EntityManager,
    gone: ReadonlySet<number>,
    quoted: readonly string[],
  ): Promise<void> {
    const rows = await em.execute<{ id: string; body: string }[]>(
      `select id, body from outbox_message where subject = 'pattern.saved' and exists (
         select from jsonb_array_elements(?::jsonb) as erased
         where body::jsonb -> 'related_member_ids' @> erased)`,
      [JSON.stringify([...gone])],
    );
    const redact = redactor(quoted);
    for (const { id, body } of rows) {
      await em.execute('update outbox_message set body = ? where id = ?', [
        forgetMembers(body, gone, redact),
        id,
      ]);
    }
  }

  /** The turns of a run that is over for good go as a whole; those of one that may go on lose what is about the members. */
  private async eraseFromTurns(
    em: EntityManager,
    gone: ReadonlySet<number>,
    quoted: readonly string[],
  ): Promise<void> {
    await em.execute(
      `delete from run_turn using run where run.id = run_turn.run_id and run.status in ('succeeded', 'failed', 'cancelled')`,
    );
    const turns = await em.find(RunTurnRow, {});
    const results = await em.find(RunToolResultRow, {});
    const texts = [...turns.map(({ response }) => response), ...results.map(({ content }) => content)];
    const redact = redactor([...quoted, ...texts.flatMap((text) => wordsOfMembers(text, gone))]);
    for (const turn of turns) {
      turn.response = forgetMembers(turn.response, gone, redact);
      turn.results =
        turn.results === null || turn.results === undefined
          ? null
          : forgetMembers(turn.results, gone, redact);
    }
    for (const result of results) {
      result.content = forgetMembers(result.content, gone, redact);
    }
  }
}
