import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { RunRow } from '../../../run-state/run.entity.ts';
import type { CandidatesSeen } from '../../../run-state/run.entity.ts';

/** Remembers the candidates that earlier runs were given. */
@Injectable()
export class CandidateMemory {
  constructor(private readonly em: EntityManager) {}

  /**
   * The candidates of the whole membership that the last run of the same model saw which came to its end; undefined where
   * there is none. A run that met a limit has not looked at all of them.
   */
  async seenBefore({ id, model }: RunRow): Promise<CandidatesSeen | undefined> {
    const last = await this.em
      .fork()
      .findOne(
        RunRow,
        { id: { $lt: id }, status: 'succeeded', model: model ?? null, candidates: { $ne: null } },
        { orderBy: { id: 'desc' }, fields: ['candidates'] },
      );
    return last?.candidates ?? undefined;
  }
}
