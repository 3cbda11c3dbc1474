/** Prefix of what stands for an erased member in the audit; a keyed hash follows where the key is at hand. */
export const erasedMember = 'erased:';

/** Days that every entry is kept, whatever a purge asks for. */
export const leastAuditDays = 30;

/**
 * Table of the audit. A trigger refuses to change it but through two functions: one deletes old entries, never those of the
 * last 30 days; one replaces the id of an erased member. They run with the rights of their owner, so that table and
 * functions can be given to a role of their own, and the service's role be left with the rights to read and to add. They
 * name the schema of what is polymorphic: else a function of the service with the exact types would be run in its place,
 * with the rights of that role.
 */
export const auditTables = [
  `create table audit_entry (
    id integer generated always as identity primary key,
    at timestamptz(3) not null default clock_timestamp(),
    actor_id text not null,
    actor_kind text not null,
    actor_role text,
    action text not null,
    target_kind text,
    target_ids text[] not null,
    outcome text not null check (outcome in ('done', 'denied', 'failed')),
    reason text,
    trace_id text not null,
    details jsonb not null
  )`,
  'create index audit_entry_at on audit_entry (at, id)',
  'create index audit_entry_target on audit_entry using gin (target_ids)',
  // The functions that called the trigger stand in its context; no setting that anybody may set would do.
  `create function audit_entry_append_only() returns trigger language plpgsql as $$
   declare stack text;
   begin
     get diagnostics stack = pg_context;
     if stack ~ 'function ([a-z_]+[.])*audit_entry_(purge|forget)[(]' then
       if tg_op = 'DELETE' then
         return old;
       end if;
       return new;
     end if;
     raise exception 'audit_entry is append-only' using errcode = 'insufficient_privilege';
   end $$`,
  `create trigger audit_entry_kept before update or delete on audit_entry
   for each row execute function audit_entry_append_only()`,
  `create trigger audit_entry_not_truncated before truncate on audit_entry
   for each statement execute function audit_entry_append_only()`,
  `create function audit_entry_purge(older_than timestamptz, most integer) returns integer
   language plpgsql security definer set search_path from current as $$
   declare purged integer;
   begin
     delete from audit_entry where id in (
       select id from audit_entry where at < least(older_than, now() - interval '${leastAuditDays} days')
       order by at, id limit most);
     get diagnostics purged = row_count;
     return purged;
   end $$`,
  `create function audit_entry_forget(kind text, gone text[], replacement text) returns integer
   language plpgsql security definer set search_path from current as $$
   declare changed integer;
   begin
     update audit_entry set target_ids = array(
       select case when given.id = any(gone) then replacement else given.id end
       from pg_catalog.unnest(target_ids) with ordinality as given (id, place) order by given.place)
     where target_kind = kind and target_ids operator(pg_catalog.&&) gone;
     get diagnostics changed = row_count;
     return changed;
   end $$`,
];
