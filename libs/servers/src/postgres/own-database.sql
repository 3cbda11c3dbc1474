-- Gives the database to the role that the services connect with, and all that is in it. That role is no superuser: who
-- reads its password can do in this database what the services can, and nothing to the server or to its machine. As the
-- owner it may make schemas and trusted extensions.
-- Run by a superuser, in the database; the setting warren.services_password says the role's password. May be run again:
-- what an older version made as the superuser changes hands.
do $do$
declare
  statement text;
begin
  if not exists (select from pg_roles where rolname = 'warren_services') then
    create role warren_services;
  end if;
  execute format(
    'alter role warren_services login nosuperuser nocreatedb nocreaterole noreplication nobypassrls password %L',
    current_setting('warren.services_password'));
  execute format('alter database %I owner to warren_services', current_database());
  for statement in
    with schemas as (
      select oid, nspname, nspowner from pg_namespace
      where nspname not like 'pg\_%' and nspname <> 'information_schema'
    ), supers as (
      select oid from pg_roles where rolsuper
    ), of_extensions as (
      select classid, objid from pg_depend where deptype = 'e'
    ), of_columns as (
      -- a sequence that belongs to a column goes where its table goes
      select objid from pg_depend
      where classid = 'pg_class'::regclass and refclassid = 'pg_class'::regclass and deptype in ('a', 'i') and refobjsubid > 0
    )
    select format('alter schema %I owner to warren_services', nspname)
    from schemas
    where nspowner in (select oid from supers)
      and ('pg_namespace'::regclass, oid) not in (select classid, objid from of_extensions)
    union all
    select format('alter %s %s owner to warren_services',
      case relkind when 'S' then 'sequence' when 'v' then 'view' when 'm' then 'materialized view'
        when 'f' then 'foreign table' when 'c' then 'type' else 'table' end, c.oid::regclass)
    from pg_class c join schemas on schemas.oid = relnamespace
    where relkind in ('r', 'p', 'v', 'm', 'f', 'S', 'c') and relowner in (select oid from supers)
      and c.oid not in (select objid from of_columns)
      and ('pg_class'::regclass, c.oid) not in (select classid, objid from of_extensions)
    union all
    select format('alter routine %s owner to warren_services', p.oid::regprocedure)
    from pg_proc p join schemas on schemas.oid = pronamespace
    where proowner in (select oid from supers)
      and ('pg_proc'::regclass, p.oid) not in (select classid, objid from of_extensions)
    union all
    -- the types of tables, of arrays and of multiranges go with what they belong to
    select format('alter type %s owner to warren_services', t.oid::regtype)
    from pg_type t join schemas on schemas.oid = typnamespace
    where typowner in (select oid from supers) and typrelid = 0 and typtype <> 'm' and typcategory <> 'A'
      and ('pg_type'::regclass, t.oid) not in (select classid, objid from of_extensions)
    union all
    select format('alter statistics %I.%I owner to warren_services', nspname, stxname)
    from pg_statistic_ext join schemas on schemas.oid = stxnamespace
    where stxowner in (select oid from supers)
  loop
    execute statement;
  end loop;
end
$do$;
