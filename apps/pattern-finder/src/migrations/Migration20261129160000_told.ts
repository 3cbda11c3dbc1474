import { Migration } from '@mikro-orm/migrations';

/** Finds the last runs that told a pattern without passing over what was measured between them. */
export class Migration20261129160000_told extends Migration {
  override up(): void {
    this.addSql(
      'create index pattern_observation_told on pattern_observation (pattern_id, id desc) where run_id is not null',
    );
  }
}
