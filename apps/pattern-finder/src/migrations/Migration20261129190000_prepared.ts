import { Migration } from '@mikro-orm/migrations';

/** What a run has done before the analyst's first step, which a run that waits does not do again. */
export class Migration20261129190000_prepared extends Migration {
  override up(): void {
    this.addSql(`alter table run
      add column measured boolean not null default false,
      add column focus_known boolean not null default false`);
  }

  override down(): void {
    this.addSql('alter table run drop column measured, drop column focus_known');
  }
}
