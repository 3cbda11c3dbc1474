import { Migration } from '@mikro-orm/migrations';

/** Preparations that a resumed run does not repeat. */
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
