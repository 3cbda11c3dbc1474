import { EntityManager, LockMode } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { PatternStore } from './pattern-store.ts';
import { PatternRow } from './pattern.entity.ts';

/** Takes erased members out of everything this service keeps. */
@Injectable()
export class Erasure {
  constructor(
    private readonly em: EntityManager,
    private readonly store: PatternStore,
  ) {}

  /** Removes the ids and quotes of these members from patterns and observations; a pattern that had them is told anew. */
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
    });
  }
}
