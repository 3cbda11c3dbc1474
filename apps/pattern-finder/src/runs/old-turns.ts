import type { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { RunStatus, hasEnded } from '@warren/contracts';
import { Retention } from '@warren/messaging';

/** Days that the turns of the model are kept once their run has ended; null: for good. */
export class TurnSettings {
  readonly keptDays: number | null;

  constructor(keptDays: number | null) {
    this.keptDays = keptDays;
  }
}

/** Runs whose turns are deleted in one transaction. */
const batch = 20;
const ends = RunStatus.options
  .filter(hasEnded)
  .map((status) => `'${status}'`)
  .join(', ');

/** Deletes the turns of runs that ended long ago, and the answers beside them: they show what members wrote. The runs themselves stay. */
@Injectable()
export class OldTurns {
  constructor({ keptDays }: TurnSettings, retention: Retention) {
    if (keptDays !== null) {
      retention.register({ name: 'turns of the model', batch: async (em) => deleteTurns(em, keptDays) });
    }
  }
}

/** The rows of the runs are locked, so that none is replayed meanwhile. */
async function deleteTurns(em: EntityManager, days: number): Promise<number> {
  const deleted = await em.execute(
    `with ended as (
       select id from run where status in (${ends}) and finished_at < now() - ? * interval '1 day'
         and (exists (select from run_turn where run_id = run.id)
           or exists (select from run_reading where run_id = run.id))
       order by id limit ${batch} for update skip locked),
     readings as (delete from run_reading using ended where run_id = ended.id returning turn),
     turns as (delete from run_turn using ended where run_id = ended.id returning turn)
     select turn from readings union all select turn from turns`,
    [days],
  );
  return deleted.length;
}
