import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { startPostgres } from '../src/index.ts';
import type { Postgres } from '../src/index.ts';
import { ask } from './ask.ts';

let root: string;
let dataDir: string;
let postgres: Postgres;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'warren-servers-'));
  dataDir = join(root, 'data');
  // under root the server's user passes through
  await chmod(root, 0o711);
  postgres = await startPostgres({ dataDir });
});

afterAll(async () => {
  await postgres.stop();
  await rm(root, { recursive: true, force: true });
});

/** Objects that a service may have created in its schema, of every kind that has an owner. */
const objects = `
create schema member_profile;
set search_path = member_profile;
create type kind as enum ('a', 'b');
create domain short as text check (length(value) < 10);
create type pair as (one integer, other text);
create type span as range (subtype = integer);
create table "Member" (id integer generated always as identity primary key, kind kind, name short, at pair, n bigserial);
insert into "Member" (kind, name) values ('a', 'somebody');
create table by_year (year integer) partition by range (year);
create table by_year_1 partition of by_year for values from (1) to (2);
create sequence loose;
create view shown as select * from "Member";
create materialized view counted as select count(*) from "Member";
create function twice(integer) returns integer language sql as 'select $1 * 2';
create procedure nothing() language sql as 'select 1';
create aggregate all_of (integer) (sfunc = int4pl, stype = integer);
create statistics together (dependencies) on id, n from "Member";
create function counted() returns trigger language plpgsql as 'begin return new; end';
create trigger counted before insert on "Member" for each row execute function counted();
create extension pg_trgm schema public;
create table public.migration (id serial primary key, name text);
`;

/** Objects of a superuser in schemas of ours, but those of extensions. */
const ownedBySuperuser = `
with owned as (
  select 'pg_class'::regclass as class, oid, relowner as owner, relnamespace as space from pg_class
  union all select 'pg_type'::regclass, oid, typowner, typnamespace from pg_type
  union all select 'pg_proc'::regclass, oid, proowner, pronamespace from pg_proc
  union all select 'pg_statistic_ext'::regclass, oid, stxowner, stxnamespace from pg_statistic_ext
  union all select 'pg_namespace'::regclass, oid, nspowner, oid from pg_namespace
)
select pg_describe_object(class, owned.oid, 0) from owned join pg_namespace on pg_namespace.oid = space
where nspname in ('member_profile', 'public') and owner in (select oid from pg_roles where rolsuper)
  and not exists (select from pg_depend where classid = class and objid = owned.oid and deptype = 'e')
`;

it('lets services connect as no superuser, who owns the database and may make schemas and trusted extensions', async () => {
  const url = await postgres.createDatabase('fresh');
  expect(
    await ask(
      url,
      `select current_user::text, rolsuper, rolcreaterole, rolcreatedb, rolbypassrls
    from pg_roles where rolname = current_user`,
    ),
  ).toEqual([['warren_services', false, false, false, false]]);
  expect(new URL(url).password).not.toBe(new URL(postgres.adminUrl).password);
  await ask(
    url,
    objects.replace('create extension pg_trgm', 'create extension btree_gin;\ncreate extension pg_trgm'),
  );
  await expect(ask(url, `copy (select 1) to program 'true'`)).rejects.toThrow(/permission denied/);
  await expect(ask(url, `select pg_read_file('PG_VERSION')`)).rejects.toThrow(/permission denied/);
  await expect(ask(url, `set log_min_messages = 'debug1'`)).rejects.toThrow(/permission denied/);
});

it('makes the role of the services the owner of what an older version created as superuser, and keeps its data', async () => {
  await ask(postgres.adminUrl, 'create database old');
  const admin = new URL(postgres.adminUrl);
  admin.pathname = '/old';
  await ask(admin.href, objects);
  expect((await ask(admin.href, ownedBySuperuser)).length).toBeGreaterThan(15);
  // as an older version left the folder: without the role and its password
  await ask(postgres.adminUrl, 'drop database if exists fresh');
  await ask(postgres.adminUrl, 'drop database warren');
  await ask(postgres.adminUrl, 'drop role warren_services');
  await postgres.stop();
  const note = join(dataDir, 'cluster.json');
  const { services: _, ...old } = JSON.parse(await readFile(note, 'utf8')) as Record<string, string>;
  await writeFile(note, JSON.stringify(old));
  postgres = await startPostgres({ dataDir });

  const [url] = await Promise.all([postgres.createDatabase('old'), postgres.createDatabase('old')]);
  expect(await ask(url, ownedBySuperuser)).toEqual([]);
  expect(await ask(url, `select name::text from member_profile."Member"`)).toEqual([['somebody']]);
  // what migrations do
  await ask(
    url,
    `set search_path = member_profile; alter table "Member" add column more text;
     alter type kind add value 'c'; create or replace function twice(integer) returns integer language sql as 'select 2';
     insert into "Member" (kind, name) values ('b', 'other'); refresh materialized view counted;
     drop trigger counted on "Member"; alter sequence loose restart; drop statistics together;
     create extension if not exists pg_trgm; drop schema member_profile cascade`,
  );
  // a later start finds all in order
  expect(await postgres.createDatabase('old')).toBe(url);
});

it('keeps the role and its password from one start to the next', async () => {
  const { url } = postgres;
  await postgres.restart();
  expect(await ask(url, 'select 1')).toEqual([[1]]);
});
