import { Migration } from '@mikro-orm/migrations';

/**
 * Answers that no turn precedes, since themes are judged before the first message, and what such an answer is yet to be
 * used for. They no longer go with their turn by themselves.
 */
export class Migration20261201160000_pending_answers extends Migration {
  override up(): void {
    this.addSql(`alter table run_reading
      drop constraint run_reading_run_id_turn_fkey,
      add foreign key (run_id) references run (id) on delete cascade,
      add column pending json`);
  }

  override down(): void {
    this.addSql(`delete from run_reading where not exists
      (select from run_turn where run_turn.run_id = run_reading.run_id and run_turn.turn = run_reading.turn)`);
    this.addSql(`alter table run_reading
      drop column pending,
      drop constraint run_reading_run_id_fkey,
      add foreign key (run_id, turn) references run_turn (run_id, turn) on delete cascade`);
  }
}
