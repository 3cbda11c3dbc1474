-- Gives each service's schema of a database to a role of its own, which the service connects with. Who has its password
-- can do in this schema what the service can, and nothing to the others, to the server or to its machine.
-- warren_operator owns the database and has the rights of all three, for backup, restore and other commands; no service
-- connects with it. None of them is a superuser.
-- Run by a superuser, in the database. The settings warren.operator_password, warren.member_profile_password,
-- warren.pattern_finder_password and warren.question_generator_password say the passwords; a role without one cannot log
-- in. May be run again: what an older version made, or a restore, changes hands; what an operator gave to warren_audit
-- (docs/operations.md, Audit) stays with it. Names also stand in roles.ts.
do $do$
declare
  who record;
  statement text;
  password text;
begin
  -- an older version had one role for all services
  if exists (select from pg_roles where rolname = 'warren_services')
    and not exists (select from pg_roles where rolname = 'warren_operator') then
    alter role warren_services rename to warren_operator;
  end if;
  for who in
    select 'warren_' || name as role, name, name <> 'operator' as is_service
    from unnest(array['operator', 'member_profile', 'pattern_finder', 'question_generator']) with ordinality as names (name, place)
    order by place
  loop
    if not exists (select from pg_roles where rolname = who.role) then
      execute format('create role %I', who.role);
    end if;
    execute format('alter role %I inherit nosuperuser nocreatedb nocreaterole noreplication nobypassrls', who.role);
    password := nullif(current_setting(format('warren.%s_password', who.name), true), '');
    if password is null then
      execute format('alter role %I nologin password null', who.role);
    else
      execute format('alter role %I login password %L', who.role, password);
    end if;
    if who.is_service and not pg_has_role('warren_operator', who.role, 'member') then
      execute format('grant %I to warren_operator', who.role);
    end if;
  end loop;

  execute format('alter database %I owner to warren_operator', current_database());
  -- without it no other role of the server may connect, or make temporary tables
  execute format('revoke all on database %I from public', current_database());
  execute format('grant connect on database %I to warren_member_profile, warren_pattern_finder, warren_question_generator',
    current_database());
  revoke create on schema public from public;
  grant usage on schema public to warren_member_profile, warren_pattern_finder, warren_question_generator;
  for who in
    select name from unnest(array['member_profile', 'pattern_finder', 'question_generator']) as names (name)
  loop
    -- services may not create schemas
    execute format('create schema if not exists %I', who.name);
    execute format('revoke all on schema %I from public', who.name);
  end loop;

  -- Extensions belong to no service; member-profile searches with pg_trgm, where the server has it.
  for statement in
    select format('alter extension %I set schema public', extname)
    from pg_extension join pg_namespace on pg_namespace.oid = extnamespace
    where nspname in ('member_profile', 'pattern_finder', 'question_generator') and extrelocatable
    union all
    select 'create extension pg_trgm schema public'
    from pg_available_extensions where name = 'pg_trgm' and installed_version is null
  loop
    execute statement;
  end loop;

  for statement in
    with supers as (
      select oid from pg_roles where rolsuper
    ), schemas as (
      -- each with the role that shall own what is in it
      select pg_namespace.oid, nspname, nspowner, service is not null as is_service,
        coalesce('warren_' || service, 'warren_operator') as owner
      from pg_namespace
        left join unnest(array['member_profile', 'pattern_finder', 'question_generator']) as services (service)
          on service = nspname
      where nspname not like 'pg\_%' and nspname <> 'information_schema'
    ), of_extensions as (
      select classid, objid from pg_depend where deptype = 'e'
    ), of_columns as (
      -- a sequence that belongs to a column goes where its table goes
      select objid from pg_depend
      where classid = 'pg_class'::regclass and refclassid = 'pg_class'::regclass and deptype in ('a', 'i') and refobjsubid > 0
    ), owned as (
      select 1 as place, 'pg_namespace'::regclass as class, oid, oid as space, nspowner as holder,
        format('schema %I', nspname) as what
      from pg_namespace
      union all
      select 2, 'pg_class'::regclass, oid, relnamespace, relowner,
        format('%s %s', case relkind when 'S' then 'sequence' when 'v' then 'view' when 'm' then 'materialized view'
          when 'f' then 'foreign table' when 'c' then 'type' else 'table' end, oid::regclass)
      from pg_class
      where relkind in ('r', 'p', 'v', 'm', 'f', 'S', 'c') and oid not in (select objid from of_columns)
      union all
      select 3, 'pg_proc'::regclass, oid, pronamespace, proowner, format('routine %s', oid::regprocedure)
      from pg_proc
      union all
      -- the types of tables, of arrays and of multiranges go with what they belong to
      select 4, 'pg_type'::regclass, oid, typnamespace, typowner, format('type %s', oid::regtype)
      from pg_type
      where typrelid = 0 and typtype <> 'm' and typcategory <> 'A'
      union all
      select 5, 'pg_statistic_ext'::regclass, oid, stxnamespace, stxowner,
        format('statistics %s.%I', stxnamespace::regnamespace, stxname)
      from pg_statistic_ext
    )
    select format('alter %s owner to %I', what, owner)
    from owned join schemas on schemas.oid = space
    where (class, owned.oid) not in (select classid, objid from of_extensions)
      and holder is distinct from to_regrole('warren_audit')
      and case when is_service then holder <> owner::regrole else holder in (select oid from supers) end
    order by place, owned.oid
  loop
    execute statement;
  end loop;
end
$do$;
