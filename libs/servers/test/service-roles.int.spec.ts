import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { importFromSource } from '../src/from-source.ts';
import { databaseServices, roleOf, schemaOf, startPostgres, urlOfService } from '../src/index.ts';
import type { DatabaseService, Postgres } from '../src/index.ts';
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
create extension pg_trgm;
create table public.migration (id serial primary key, name text);
`;

/** Objects in schemas of services that are not of the service's role, but those of extensions; and in public a superuser's. */
const ownedByAnother = `
with owned as (
  select 'pg_class'::regclass as class, oid, relowner as owner, relnamespace as space from pg_class
  union all select 'pg_type'::regclass, oid, typowner, typnamespace from pg_type
  union all select 'pg_proc'::regclass, oid, proowner, pronamespace from pg_proc
  union all select 'pg_statistic_ext'::regclass, oid, stxowner, stxnamespace from pg_statistic_ext
  union all select 'pg_namespace'::regclass, oid, nspowner, oid from pg_namespace
)
select pg_describe_object(class, owned.oid, 0), owner::regrole::text from owned join pg_namespace on pg_namespace.oid = space
where case when nspname in ('member_profile', 'pattern_finder', 'question_generator')
    then owner::regrole::text <> 'warren_' || nspname
    else nspname in ('public', 'extra') and owner in (select oid from pg_roles where rolsuper) end
  and not exists (select from pg_depend where classid = class and objid = owned.oid and deptype = 'e')
`;

it('lets each service connect as a role of its own, which is no superuser', async () => {
  const operatorUrl = await postgres.createDatabase('fresh');
  const urls = [operatorUrl, ...databaseServices.map((service) => urlOfService(operatorUrl, service))];
  const roles = urls.map(async (url) =>
    ask(
      url,
      `select current_user::text, rolsuper, rolcreaterole, rolcreatedb, rolreplication, rolbypassrls
       from pg_roles where rolname = current_user`,
    ),
  );
  expect((await Promise.all(roles)).flat()).toEqual(
    ['warren_operator', ...databaseServices.map(roleOf)].map((role) => [
      role,
      false,
      false,
      false,
      false,
      false,
    ]),
  );
  const passwords = [postgres.adminUrl, ...urls].map((url) => new URL(url).password);
  expect(new Set(passwords).size).toBe(5);
  const extensions = `select extname::text, nspname::text from pg_extension join pg_namespace n on n.oid = extnamespace
    where extname = 'pg_trgm'`;
  expect(await ask(operatorUrl, extensions)).toEqual([['pg_trgm', 'public']]);
});

describe('what an older version made', () => {
  /** Stops the server, and starts it as the version before left the folder. */
  const startAgain = async (): Promise<void> => {
    await postgres.stop();
    const note = join(dataDir, 'cluster.json');
    const cluster = JSON.parse(await readFile(note, 'utf8')) as Record<string, string>;
    await writeFile(note, JSON.stringify({ ...cluster, services: 'its-former-password' }));
    postgres = await startPostgres({ dataDir });
  };
  const databases = async (): Promise<string[]> =>
    (
      await ask(
        postgres.adminUrl,
        `select datname::text from pg_database where not datistemplate and datname <> 'postgres'`,
      )
    ).map(([name]) => String(name));
  const removeRoles = async (): Promise<void> => {
    for (const name of await databases()) {
      await ask(postgres.adminUrl, `drop database "${name}" with (force)`);
    }
    for (const role of ['warren_operator', 'warren_services', ...databaseServices.map(roleOf)]) {
      await ask(postgres.adminUrl, `drop role if exists ${role}`);
    }
  };
  const urlOf = (name: string, user?: string): string => {
    const url = new URL(postgres.adminUrl);
    url.pathname = `/${name}`;
    if (user !== undefined) {
      url.username = user;
      url.password = user;
    }
    return url.href;
  };

  it.each([
    ['the superuser', undefined],
    ['the one role of all services', 'warren_services'],
  ])('as %s becomes that of the services, each its own, and keeps its data', async (_who, user) => {
    await removeRoles();
    if (user !== undefined) {
      await ask(postgres.adminUrl, `create role ${user} login password '${user}'`);
    }
    for (const name of ['old', 'later']) {
      await ask(postgres.adminUrl, `create database ${name} ${user === undefined ? '' : `owner ${user}`}`);
      await ask(
        urlOf(name, user),
        `create schema question_generator; create table question_generator.question (id serial primary key);
         create schema extra; create table extra.note (text text); ${objects}`,
      );
    }
    await startAgain();

    const [url] = await Promise.all([postgres.createDatabase('old'), postgres.createDatabase('old')]);
    expect(await ask(url, ownedByAnother)).toEqual([]);
    const mine = urlOfService(url, 'member-profile');
    expect(await ask(mine, `select name::text from member_profile."Member"`)).toEqual([['somebody']]);
    // what migrations do
    await ask(
      mine,
      `set search_path = member_profile; alter table "Member" add column more text;
       alter type kind add value 'c'; create or replace function twice(integer) returns integer language sql as 'select 2';
       insert into "Member" (kind, name) values ('b', 'other'); refresh materialized view counted;
       drop trigger counted on "Member"; alter sequence loose restart; drop statistics together;
       create extension if not exists pg_trgm; create index on "Member" using gin (more public.gin_trgm_ops)`,
    );
    await ask(
      urlOfService(url, 'question-generator'),
      'insert into question_generator.question default values',
    );
    // what was not a service's goes to the operator
    await ask(
      url,
      `insert into extra.note values ('x'); drop schema extra cascade; drop table public.migration`,
    );
    await expect(ask(mine, 'create schema extra')).rejects.toThrow(/permission denied/);
    // nobody logs in as the former role
    await expect(ask(urlOf('old', 'warren_services'), 'select 1')).rejects.toThrow(/authentication failed/);
    // a later start finds all in order, and another database of the same cluster is brought over when it is opened
    expect(await postgres.createDatabase('old')).toBe(url);
    const later = await postgres.createDatabase('later');
    expect(await ask(later, ownedByAnother)).toEqual([]);
  });
});

it('keeps the roles and their passwords from one start to the next', async () => {
  const url = await postgres.createDatabase('warren');
  await postgres.restart();
  for (const one of [url, ...databaseServices.map((service) => urlOfService(url, service))]) {
    expect(await ask(one, 'select 1')).toEqual([[1]]);
  }
});

describe('the audit, once it was given to a role of its own as docs/operations.md says,', () => {
  let operatorUrl: string;

  beforeAll(async () => {
    operatorUrl = await postgres.createDatabase('audited');
    const { auditTables } = z
      .object({ auditTables: z.array(z.string()) })
      .parse(await importFromSource('libs/messaging/src/audit/audit-tables.ts', {}));
    for (const service of databaseServices) {
      await ask(
        urlOfService(operatorUrl, service),
        `set search_path = ${schemaOf(service)}; ${auditTables.join(';\n')}; ${addEntry(service, 40)}`,
      );
    }
    const docs = await readFile(join(import.meta.dirname, '../../../docs/operations.md'), 'utf8');
    const [, block = ''] = /^## Audit$.*?^```sql\n(.*?)^```$/ms.exec(docs) ?? [];
    const admin = new URL(postgres.adminUrl);
    admin.pathname = '/audited';
    await ask(admin.href, block);
    // a later start
    expect(await postgres.createDatabase('audited')).toBe(operatorUrl);
    await ask(admin.href, block);
  });

  const addEntry = (service: DatabaseService, daysAgo: number): string => `
    insert into ${schemaOf(service)}.audit_entry (at, actor_id, actor_kind, action, target_kind, target_ids, outcome, trace_id, details)
    values (now() - interval '${daysAgo} days', 'ada', 'person', 'x', 'member', '{7}', 'done', '', '{}')`;

  describe.each(databaseServices)('of %s', (service) => {
    const table = `${schemaOf(service)}.audit_entry`;
    const asService = async (statement: string): Promise<unknown[][]> =>
      ask(urlOfService(operatorUrl, service), statement);

    it('is still added to and read', async () => {
      await asService(addEntry(service, 1));
      expect(await asService(`select actor_id from ${table}`)).toContainEqual(['ada']);
    });

    it.each([
      `update ${table} set actor_id = 'x'`,
      `delete from ${table}`,
      `truncate ${table}`,
      `alter table ${table} disable trigger user`,
      `alter table ${table} owner to ${roleOf(service)}`,
      ...['append_only()', 'purge(timestamptz, integer)', 'forget(text, text[], text)'].map(
        (name) => `alter function ${table}_${name} security invoker`,
      ),
    ])('cannot be changed by: %s', async (statement) => {
      await expect(asService(statement)).rejects.toThrow(/permission denied|must be owner/);
    });

    it('is purged of old entries and of erased members, by its own role alone', async () => {
      // what the functions would call with the rights of that role, were these not named with their schema
      const schema = schemaOf(service);
      const taken = `language plpgsql as $$ begin raise exception 'called as %', current_user; end $$`;
      await asService(`
        create function ${schema}.unnest(text[]) returns setof text ${taken};
        create function ${schema}.shares(text[], text[]) returns boolean ${taken};
        create operator ${schema}.&& (leftarg = text[], rightarg = text[], function = ${schema}.shares)`);
      await asService(addEntry(service, 1));
      expect(await asService(`select ${table}_purge(now(), 100)`)).toEqual([[1]]);
      await asService(`select ${table}_forget('member', '{7}', 'erased:')`);
      expect(await asService(`select distinct target_ids from ${table}`)).toEqual([[['erased:']]]);
    });
  });
});
