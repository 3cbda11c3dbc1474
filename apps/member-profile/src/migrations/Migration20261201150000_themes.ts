import { Migration } from '@mikro-orm/migrations';

/** The rows that a statement on `member` changed, with new values (1) and old values (-1). */
const changedRows = {
  insert: 'select 1 as sign, * from after_rows',
  update: 'select 1 as sign, * from after_rows union all select -1 as sign, * from before_rows',
  delete: 'select -1 as sign, * from before_rows',
};
type Event = keyof typeof changedRows;
const events = ['insert', 'update', 'delete'] as const;

/** The size of each field whose completion is reported: characters of a text, entries of a list. */
const sized = [
  ...['bio', 'role', 'company', 'location', 'website'].map((field) => `('${field}', char_length(${field}))`),
  ...['urls', 'roles', 'skills', 'interests', 'looking_for', 'all_traits'].map(
    (field) => `('${field}', cardinality(${field}))`,
  ),
  `('prompt_responses', jsonb_array_length(prompt_responses))`,
].join(', ');

/** Counts what a statement changed, with the spellings of these facets and labels. */
const counting = (rows: string, facets: string): string => `begin
  merge into member_spelling as known
  using (select key, label, sum(sign)::integer as members
    from (${rows}) as changed cross join lateral unnest(${facets}) as facet (key, label)
    where analysed group by key, label) as change on known.key = change.key and known.label = change.label
  when matched and known.members + change.members = 0 then delete
  when matched and change.members <> 0 then update set members = known.members + change.members
  when not matched and change.members <> 0 then
    insert (key, label, members) values (change.key, change.label, change.members);
  update member_field as known set filled = known.filled + change.filled, size = known.size + change.size
  from (select field, coalesce(sum(sign) filter (where size > 0), 0)::integer as filled,
      coalesce(sum(sign * size), 0)::bigint as size
    from (${rows}) as changed cross join lateral (values ${sized}) as measured (field, size)
    where analysed group by field) as change where known.field = change.field;
  update membership as known set members = known.members + change.members, analysed = known.analysed + change.analysed
  from (select coalesce(sum(sign), 0)::integer as members,
      coalesce(sum(sign) filter (where analysed), 0)::integer as analysed
    from (${rows}) as changed) as change;
  return null;
end`;
const countedBy = (event: Event, facets: string): string =>
  `create or replace function count_member_${event}() returns trigger language plpgsql set search_path from current
   as $$ ${counting(changedRows[event], facets)} $$`;

const searched = (labels: string): string[] => [
  'alter table member drop column searched',
  `alter table member add column searched text not null
   generated always as (searched_text(first_name, last_name, role, bio, ${labels})) stored`,
];

const tables = [
  // merged_into is a facet that members list, with the spelling of most of them; is_told whether members are told to carry it.
  `create table theme (
    id integer generated always as identity primary key,
    label text not null,
    folded text not null,
    side text not null check (side in ('has', 'needs', 'is')),
    definition text not null,
    excludes text not null,
    status text not null default 'active' check (status in ('active', 'dismissed')),
    is_told boolean not null default true,
    merged_into text,
    merged_label text,
    created_at timestamptz not null default now(),
    constraint theme_folded_side unique (folded, side),
    check ((merged_into is null) = (merged_label is null))
  )`,
  // A judgement is a code where it has a field and a quote; its hash is that of the texts that were judged.
  `create table theme_judgement (
    member_id integer not null references member (id) on delete cascade,
    theme_id integer not null references theme (id) on delete cascade,
    text_hash text not null,
    field text check (field in ('bio', 'looking_for', 'prompt_responses')),
    quote text,
    judged_at timestamptz not null default now(),
    primary key (theme_id, member_id),
    check ((field is null) = (quote is null))
  )`,
  'create index theme_judgement_member on theme_judgement (member_id)',
  // Members who had written something when themes were last defined; vocabulary and sensitive words that themes follow.
  `alter table membership
     add column themes_proposed_from integer not null default 0,
     add column themes_version text not null default ''`,
  `alter table member
     add column themes text[] not null default '{}',
     add column theme_labels text[] not null default '{}',
     add constraint member_themes_labelled check (cardinality(themes) = cardinality(theme_labels))`,
];

const carried = [
  // The facets that a member carries by codes, without those among the listed ones.
  `create function theme_facets(member integer, listed text[], out keys text[], out labels text[])
   language sql stable set search_path from current as $$
     select coalesce(array_agg(facets.key order by facets.key), '{}'), coalesce(array_agg(facets.label order by facets.key), '{}')
     from (
       select distinct on (facet.key) facet.key, facet.label
       from theme_judgement as judged join theme on theme.id = judged.theme_id
       cross join lateral (select
         coalesce(merged_into, case side when 'needs' then 'looking_for:' else 'theme:' end || folded) as key,
         coalesce(merged_label, theme.label) as label) as facet
       where judged.member_id = theme_facets.member and quote is not null and status = 'active' and is_told
         and facet.key <> all (theme_facets.listed)
       order by facet.key, theme.id
     ) as facets $$`,
  // Codes of texts that changed are gone, and their judgements are outdated for good, even if a text comes back.
  `create function keep_themes() returns trigger language plpgsql set search_path from current as $$ begin
     -- nearly every row of an import
     if not exists (select from theme_judgement where member_id = new.id) then return new; end if;
     update theme_judgement set field = null, quote = null, text_hash = ''
     where member_id = new.id and quote is not null and (
       (field = 'bio' and new.bio <> old.bio) or
       (field = 'looking_for' and new.looking_for <> old.looking_for) or
       (field = 'prompt_responses' and new.prompt_responses <> old.prompt_responses) or
       ('sensitive' = any (old.consents) and not 'sensitive' = any (new.consents)));
     select keys, labels into new.themes, new.theme_labels from theme_facets(new.id, new.facets);
     return new;
   end $$`,
  `create trigger member_themed before update of bio, looking_for, prompt_responses, consents, facets on member
   for each row when (old.bio <> new.bio or old.looking_for <> new.looking_for or old.consents <> new.consents
     or old.prompt_responses <> new.prompt_responses or old.facets <> new.facets)
   execute function keep_themes()`,
];

/** Themes, who was judged for them, and by which words members carry them; their facets count like those that are listed. */
export class Migration20261201150000_themes extends Migration {
  override up(): void {
    [
      ...tables,
      ...carried,
      ...searched('facet_labels || theme_labels'),
      ...events.map((event) => countedBy(event, 'facets || themes, facet_labels || theme_labels')),
    ].forEach((statement) => this.addSql(statement));
  }

  override down(): void {
    [
      // while they are counted, so that their spellings go
      `update member set themes = '{}', theme_labels = '{}' where themes <> '{}'`,
      ...events.map((event) => countedBy(event, 'facets, facet_labels')),
      ...searched('facet_labels'),
      'drop trigger member_themed on member',
      'drop function keep_themes, theme_facets',
      'alter table member drop column themes, drop column theme_labels',
      'alter table membership drop column themes_proposed_from, drop column themes_version',
      'drop table theme_judgement, theme',
    ].forEach((statement) => this.addSql(statement));
  }
}
