import { EntityManager, LockMode } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { forgetMembers } from '../analyst/forget-members.ts';
import { RunToolResultRow, RunTurnRow } from '../runs/run-turn.entity.ts';
import { PatternStore } from './pattern-store.ts';
import { PatternRow } from './pattern.entity.ts';

/** Takes erased members out of everything this service keeps. */
@Injectable()
export class Erasure {
  constructor(
    private readonly em: EntityManager,
    private readonly store: PatternStore,
  ) {}

  /**
   * Removes the ids and quotes of these members from patterns, observations and stored model turns; a pattern that had
   * them is told anew.
   */
  async erase(memberIds: readonly number[]): Promise<void> {
    const gone = new Set(memberIds);
    const kept = (ids: readonly number[]): number[] => ids.filter((id) => !gone.has(id));
    await this.em.fork().transactional(async (em) => {
      const rows = await em.find(
        PatternRow,
        { relatedMemberIds: { $overlap: [...memberIds] } },
        { orderBy: { id: 'asc' }, lockMode: LockMode.PESSIMISTIC_WRITE },
      );
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
        this.store.newVersion(em, row, 'updated', { analyst: row.analyst, runId: null });
      }
      for (const id of memberIds) {
        await em.execute(
          `update pattern_observation set joined = array_remove(joined, ?), left_ids = array_remove(left_ids, ?)
            where ? = any (joined) or ? = any (left_ids)`,
          [id, id, id, id],
        );
      }
      await this.eraseFromTurns(em, gone);
    });
  }

  /** The turns of a run that is over for good go as a whole; those of one that may go on lose what is about the members. */
  private async eraseFromTurns(em: EntityManager, gone: ReadonlySet<number>): Promise<void> {
    await em.execute(
      `delete from run_turn using run where run.id = run_turn.run_id and run.status in ('succeeded', 'failed', 'cancelled')`,
    );
    for (const turn of await em.find(RunTurnRow, {})) {
      turn.response = forgetMembers(turn.response, gone);
      turn.results =
        turn.results === null || turn.results === undefined ? null : forgetMembers(turn.results, gone);
    }
    for (const result of await em.find(RunToolResultRow, {})) {
      result.content = forgetMembers(result.content, gone);
    }
  }
}
