import { Migration } from '@mikro-orm/migrations';

/** Patterns that wait for the operator, and what consumers of events have been told of each pattern. */
export class Migration20261130180000_held extends Migration {
  override up(): void {
    this.addSql(`alter table pattern
      add column held_at timestamptz,
      add column hold_reasons json not null default '[]',
      add column released_kinds text[] not null default '{}',
      add column released_text varchar(64),
      add column publication text not null default 'none'`);
    // Until now every pattern was published, and retired ones as such.
    this.addSql(`update pattern set publication = case when is_active then 'current' else 'withdrawn' end`);
    this.addSql('create index pattern_held on pattern (id) where held_at is not null');
    this.addSql('alter table pattern_version add column published boolean not null default true');
    this.addSql(`alter table run add column held_patterns integer[] not null default '{}'`);
  }

  override down(): void {
    this.addSql('alter table run drop column held_patterns');
    this.addSql('alter table pattern_version drop column published');
    this.addSql(`alter table pattern
      drop column held_at, drop column hold_reasons, drop column released_kinds, drop column released_text,
      drop column publication`);
  }
}
