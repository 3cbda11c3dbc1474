import { Migration } from '@mikro-orm/migrations';

/** The candidates that the analyst of a run was given: a later run is told of those that are new or changed. */
export class Migration20261201190000_candidates_seen extends Migration {
  override up(): void {
    this.addSql('alter table run add column candidates json');
  }

  override down(): void {
    this.addSql('alter table run drop column candidates');
  }
}
