import { Migration } from '@mikro-orm/migrations';
import { messagingTables } from '@warren/messaging';

const tables = [
  // Uniqueness is checked at the end of a statement, so that one update can swap the e-mail addresses of two members.
  `create table member (
    id integer generated always as identity primary key,
    external_id text,
    email text,
    first_name text not null,
    last_name text not null,
    bio text not null,
    role text not null,
    company text not null,
    location text not null,
    website text not null,
    urls text[] not null,
    roles text[] not null,
    skills text[] not null,
    interests text[] not null,
    looking_for text[] not null,
    all_traits text[] not null,
    prompt_responses jsonb not null,
    membership_status text not null,
    is_public boolean not null,
    facets text[] not null,
    facet_labels text[] not null,
    facets_version text not null,
    names text[] not null,
    content_hash text not null,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    constraint member_external_id_unique unique (external_id) deferrable initially immediate,
    constraint member_email_unique unique (email) deferrable initially immediate,
    constraint member_identity check (external_id is not null or email is not null),
    constraint member_facets_labelled check (cardinality(facets) = cardinality(facet_labels))
  )`,
  'create index member_facets on member using gin (facets)',
  // Every look-up scans the whole list of pending entries: keep it short (kB).
  'create index member_names on member using gin (names) with (gin_pending_list_limit = 64)',
  // One row: the revision is incremented by every change, and its lock serialises changes.
  `create table membership (
    id integer primary key check (id = 1),
    revision integer not null
  )`,
  'insert into membership (id, revision) values (1, 0)',
  `create table member_import (
    import_id text primary key,
    started_at timestamptz not null default now(),
    cancelled integer
  )`,
  `create table member_import_seen (
    import_id text not null references member_import (import_id) on delete cascade,
    member_id integer not null references member (id) on delete cascade,
    primary key (import_id, member_id)
  )`,
  'create index member_import_seen_member on member_import_seen (member_id)',
];

/** Members, the revision of the membership, what imports have seen, and the tables of messaging. */
export class Migration20261122000000_members extends Migration {
  override up(): void {
    for (const statement of [...tables, ...messagingTables]) {
      this.addSql(statement);
    }
  }

  override down(): void {
    for (const table of [
      'member_import_seen',
      'member_import',
      'membership',
      'member',
      'outbox_message',
      'inbox_message',
      'parked_message',
    ]) {
      this.addSql(`drop table if exists ${table}`);
    }
  }
}
