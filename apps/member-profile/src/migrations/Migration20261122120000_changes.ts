import { Migration } from '@mikro-orm/migrations';

/** The rows that a statement on `member` changed, with new values (1) and old values (-1). */
const changedRows = {
  insert: 'select 1 as sign, * from after_rows',
  update: 'select 1 as sign, * from after_rows union all select -1 as sign, * from before_rows',
  delete: 'select -1 as sign, * from before_rows',
};
const transitionTables = {
  insert: 'new table as after_rows',
  update: 'new table as after_rows old table as before_rows',
  delete: 'old table as before_rows',
};

/** The size of each field whose completion is reported: characters of a text, entries of a list. */
const sizes = {
  bio: 'char_length(bio)',
  role: 'char_length(role)',
  company: 'char_length(company)',
  location: 'char_length(location)',
  website: 'char_length(website)',
  urls: 'cardinality(urls)',
  roles: 'cardinality(roles)',
  skills: 'cardinality(skills)',
  interests: 'cardinality(interests)',
  looking_for: 'cardinality(looking_for)',
  all_traits: 'cardinality(all_traits)',
  prompt_responses: 'jsonb_array_length(prompt_responses)',
};
const sized = Object.entries(sizes)
  .map(([field, size]) => `('${field}', ${size})`)
  .join(', ');

const countedSpellings = (rows: string): string =>
  `select key, label, sum(sign)::integer as members
   from (${rows}) as changed cross join lateral unnest(facets, facet_labels) as facet (key, label)
   where analysed group by key, label`;
const countedFields = (rows: string): string =>
  `select field, coalesce(sum(sign) filter (where size > 0), 0)::integer as filled,
     coalesce(sum(sign * size), 0)::bigint as size
   from (${rows}) as changed cross join lateral (values ${sized}) as measured (field, size)
   where analysed group by field`;

const countedMembers = (rows: string): string =>
  `select coalesce(sum(sign), 0)::integer as members,
     coalesce(sum(sign) filter (where analysed), 0)::integer as analysed
   from (${rows}) as changed`;

/** Counts what a statement changed, so that members never have to be recounted. */
const counting = (rows: string): string => `begin
  merge into member_spelling as known
  using (${countedSpellings(rows)}) as change on known.key = change.key and known.label = change.label
  when matched and known.members + change.members = 0 then delete
  when matched and change.members <> 0 then update set members = known.members + change.members
  when not matched and change.members <> 0 then
    insert (key, label, members) values (change.key, change.label, change.members);
  update member_field as known set filled = known.filled + change.filled, size = known.size + change.size
  from (${countedFields(rows)}) as change where known.field = change.field;
  update membership as known set members = known.members + change.members, analysed = known.analysed + change.analysed
  from (${countedMembers(rows)}) as change;
  return null;
end`;

const triggers = (['insert', 'update', 'delete'] as const).flatMap((event) => [
  `create function count_member_${event}() returns trigger language plpgsql set search_path from current
   as $$ ${counting(changedRows[event])} $$`,
  `create trigger member_counted_${event} after ${event} on member referencing ${transitionTables[event]}
   for each statement execute function count_member_${event}()`,
]);

const all = 'select 1 as sign, * from member';
const statements = [
  `alter table member
     add column analysed boolean not null
       generated always as (is_public and membership_status not in ('cancelled', 'expired')) stored,
     add column revision integer not null default 0`,
  'create index member_revision on member (revision, id)',
  // Profiles with texts are shown first.
  `create index member_words on member ((bio <> '' or prompt_responses <> '[]') desc, id) where analysed`,
  `alter table membership
     add column members integer not null default 0,
     add column analysed integer not null default 0`,
  // Number of analysed members with each spelling of a facet; an unused spelling has no row.
  `create table member_spelling (
    key text not null,
    label text not null,
    members integer not null check (members > 0),
    primary key (key, label)
  )`,
  // Number of analysed members who filled a field, and the total size of what they wrote.
  'create table member_field (field text primary key, filled integer not null, size bigint not null)',
  ...Object.keys(sizes).map(
    (field) => `insert into member_field (field, filled, size) values ('${field}', 0, 0)`,
  ),
  `update member_field as known set filled = change.filled, size = change.size
   from (${countedFields(all)}) as change where known.field = change.field`,
  `insert into member_spelling ${countedSpellings(all)}`,
  `update membership set members = change.members, analysed = change.analysed
   from (${countedMembers(all)}) as change`,
  // Any statement that changes members locks the membership: changes are serialised.
  `create function hold_membership() returns trigger language plpgsql set search_path from current as $$ begin
     perform from membership for update;
     return null;
   end $$`,
  `create trigger member_held before insert or update or delete on member
   for each statement execute function hold_membership()`,
  `create function mark_member() returns trigger language plpgsql set search_path from current as $$ begin
     new.revision := (select revision + 1 from membership);
     return new;
   end $$`,
  `create trigger member_marked before insert or update on member
   for each row execute function mark_member()`,
  ...triggers,
];

/** The revision at which each member last changed, and counts that follow every change of members. */
export class Migration20261122120000_changes extends Migration {
  override up(): void {
    for (const statement of statements) {
      this.addSql(statement);
    }
  }

  override down(): void {
    for (const event of ['insert', 'update', 'delete']) {
      this.addSql(`drop trigger member_counted_${event} on member`);
      this.addSql(`drop function count_member_${event}`);
    }
    this.addSql('drop trigger member_held on member');
    this.addSql('drop function hold_membership');
    this.addSql('drop trigger member_marked on member');
    this.addSql('drop function mark_member');
    this.addSql('drop table member_spelling, member_field');
    this.addSql('alter table membership drop column members, drop column analysed');
    this.addSql('alter table member drop column analysed, drop column revision');
  }
}
