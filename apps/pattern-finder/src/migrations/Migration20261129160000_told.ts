import { Migration } from '@mikro-orm/migrations';

/** Index of the observations of runs, without those between them. */
export class Migration20261129160000_told extends Migration {
  override up(): void {
    this.addSql(
      'create index pattern_observation_told on pattern_observation (pattern_id, id desc) where run_id is not null',
    );
  }
}
