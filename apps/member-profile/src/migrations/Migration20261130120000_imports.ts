import { Migration } from '@mikro-orm/migrations';

const statements = [
  // The rows so far served only the cancellation of absent members, during the import that made them.
  'delete from member_import',
  // Every import is recorded. `changed`: members whose state before it was kept; the last three count what undoing did.
  `alter table member_import
     add column file_name text not null default '',
     add column source text not null default '',
     add column state text not null default 'running',
     add column active_at timestamptz not null default now(),
     add column finished_at timestamptz,
     add column created integer not null default 0,
     add column updated integer not null default 0,
     add column unchanged integer not null default 0,
     add column rejected_lines integer not null default 0,
     add column changed integer not null default 0,
     add column removed integer not null default 0,
     add column restored integer not null default 0`,
  'create index member_import_started on member_import (started_at)',
  // The members that an import changed, as they were before (null: it created them), and a hash of what it made of them.
  `create table member_import_before (
     import_id text not null,
     member_id integer not null,
     profile jsonb,
     after text not null,
     blocked boolean not null default false,
     primary key (import_id, member_id)
   )`,
  // Lists of members by name, and of those who have left.
  `create index member_by_name on member (
     (coalesce(nullif(lower(last_name), ''), lower(first_name))), (lower(first_name)), id)`,
  `create index member_left on member (id) where membership_status in ('cancelled', 'expired')`,
  // Corrections of how the columns of a file are read, by the file's header.
  `create table import_mapping (
     source text primary key,
     mapping jsonb not null,
     updated_at timestamptz not null default now()
   )`,
];

/** Records of imports, what undoing them needs, remembered mappings of columns, and indexes of lists. */
export class Migration20261130120000_imports extends Migration {
  override up(): void {
    for (const statement of statements) {
      this.addSql(statement);
    }
  }

  override down(): void {
    this.addSql('drop table import_mapping, member_import_before');
    this.addSql('drop index member_import_started, member_by_name, member_left');
    this.addSql(`alter table member_import
      drop column file_name, drop column source, drop column state, drop column active_at, drop column finished_at,
      drop column created, drop column updated, drop column unchanged, drop column rejected_lines,
      drop column changed, drop column removed, drop column restored`);
  }
}
