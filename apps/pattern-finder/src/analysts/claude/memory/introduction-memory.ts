import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { FacetKey, IntroductionState } from '@warren/contracts';
import { IntroductionRow } from '../../../introductions/introduction.entity.ts';

/** Introductions told at the start of a run. */
const most = 40;

/** An introduction as a later run is told of it: ids and facet keys, and none of the words about it. */
export interface ToldIntroduction {
  readonly seeker: number;
  readonly giver: number;
  readonly need?: FacetKey;
  readonly offer?: FacetKey;
  readonly state: IntroductionState;
}

/** Reads what came of introductions, for a later run. */
@Injectable()
export class IntroductionMemory {
  constructor(private readonly em: EntityManager) {}

  /** The introductions that a person has acted on, the latest first. */
  async read(): Promise<ToldIntroduction[]> {
    const rows = await this.em
      .fork()
      .find(
        IntroductionRow,
        { state: { $ne: 'proposed' } },
        { orderBy: { updatedAt: 'desc', id: 'desc' }, limit: most },
      );
    return rows.map(({ seekerId, giverId, need, offer, state }) => ({
      seeker: seekerId,
      giver: giverId,
      ...(need === null || need === undefined ? {} : { need }),
      ...(offer === null || offer === undefined ? {} : { offer }),
      state,
    }));
  }
}
