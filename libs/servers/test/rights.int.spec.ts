import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { codeOf, databaseServices, roleOf, schemaOf, startPostgres, urlOfService } from '../src/index.ts';
import type { DatabaseService, Postgres } from '../src/index.ts';
import { ask, withClient } from './ask.ts';

/** insufficient_privilege */
const denied = '42501';

/** What a service does with its schema, and no other may. */
const inSchema: readonly [string, string][] = [
  ['select', 'select * from S.note'],
  ['select of a column', 'select text from S.note'],
  ['insert', `insert into S.note (text) values ('a')`],
  ['update', `update S.note set text = 'b'`],
  ['delete', 'delete from S.note'],
  ['truncate', 'truncate S.note'],
  ['lock', 'lock table S.note in share mode'],
  ['copy in', 'create table S.copied as table S.note'],
  [
    'merge',
    `merge into S.note using (values ('x')) as x (text) on false when not matched then insert (text) values (x.text)`,
  ],
  ['create a table', 'create table S.other (id integer)'],
  ['create a view', 'create view S.seen as select 1 as one'],
  ['create a function', `create function S.made() returns integer language sql as 'select 1'`],
  ['create a type', `create type S.kind as enum ('a')`],
  ['create an index', 'create index on S.note (text)'],
  [
    'create a trigger',
    'create trigger again before update on S.note for each row execute function S.unchanged()',
  ],
  ['add a column', 'alter table S.note add column more text'],
  ['disable triggers', 'alter table S.note disable trigger user'],
  ['drop a table', 'drop table S.note cascade'],
  ['next of a sequence', `select nextval('S.note_id_seq')`],
  ['state of a sequence', 'select last_value from S.note_id_seq'],
  ['set a sequence', `select setval('S.note_id_seq', 9)`],
  ['read a view', 'select * from S.shown'],
  ['call a function', 'select S.one()'],
  ['refer to a table', 'create table S.child (note integer references S.note (id))'],
  [
    'analyze',
    `do $$ begin execute 'analyze S.note'; if not pg_has_role(current_user, (select relowner from pg_class where oid = 'S.note'::regclass), 'usage') then raise insufficient_privilege; end if; end $$`,
  ],
  ['comment', `comment on table S.note is 'x'`],
  ['grant', 'grant select on S.note to public'],
  ['drop the schema', 'drop schema S cascade'],
  ['rename the schema', 'alter schema S rename to mine'],
  ['give the schema to public', 'grant all on schema S to public'],
];

/** What no service may, in any schema. */
const never: readonly [string, string][] = [
  ['create a schema', 'create schema another'],
  ['create a table in public', 'create table public.note (id integer)'],
  ['create a temporary table', 'create temporary table note (id integer)'],
  ['create an extension', 'create extension btree_gin schema public'],
  ['drop an extension', 'drop extension pg_trgm'],
  ['create a role', 'create role somebody'],
  ['make itself superuser', 'alter role current_user superuser'],
  // PostgreSQL only warns that nothing was granted
  [
    'let another in',
    `do $$ begin grant connect on database rights to public; if not has_database_privilege('public', 'rights', 'connect') then raise insufficient_privilege; end if; end $$`,
  ],
  ['read a file', `select pg_read_file('PG_VERSION')`],
  ['run a program', `copy (select 1) to program 'true'`],
  ['change the log', `set log_min_messages = 'debug1'`],
  ['change a setting for all', `alter database rights set work_mem = '1GB'`],
  ['become the operator', 'set role warren_operator'],
  ['become the superuser', 'set role warren'],
  ['take over passwords', 'select rolpassword from pg_authid'],
];

const made = `
set search_path = S;
create table note (id serial primary key, text text);
create view shown as select * from note;
create function one() returns integer language sql as 'select 1';
create function unchanged() returns trigger language plpgsql as 'begin return new; end';
`;

let root: string;
let postgres: Postgres;
let operatorUrl: string;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'warren-servers-'));
  // under root the server's user passes through
  await chmod(root, 0o711);
  postgres = await startPostgres({ dataDir: join(root, 'data'), throwAway: true });
  operatorUrl = await postgres.createDatabase('rights');
  for (const service of databaseServices) {
    await ask(urlOfService(operatorUrl, service), inTheSchema(made, service));
  }
});

afterAll(async () => {
  await postgres.stop();
  await rm(root, { recursive: true, force: true });
});

const inTheSchema = (sql: string, service: DatabaseService): string =>
  sql.replaceAll(/\bS\b/g, schemaOf(service));

/** Executes a statement and takes back what it did. @returns `allowed`, or PostgreSQL's code of the error */
async function tryOut(url: string, sql: string): Promise<string> {
  return withClient(url, async (client) => {
    await client.query('begin');
    try {
      await client.query(sql);
      return 'allowed';
    } catch (error) {
      return codeOf(error) ?? String(error);
    } finally {
      await client.query('rollback');
    }
  });
}

describe.each(databaseServices)('the role of %s', (service) => {
  it.each(databaseServices)('has all rights in its own schema and none in another: %s', async (other) => {
    const outcomes = new Map<string, string>();
    for (const [what, sql] of inSchema) {
      outcomes.set(what, await tryOut(urlOfService(operatorUrl, service), inTheSchema(sql, other)));
    }
    // renaming a schema needs the right to create one
    const own = (what: string): string => (what === 'rename the schema' ? denied : 'allowed');
    expect(Object.fromEntries(outcomes)).toEqual(
      Object.fromEntries(inSchema.map(([what]) => [what, service === other ? own(what) : denied])),
    );
  });

  it.each(databaseServices)('cannot become another: %s', async (other) => {
    expect(await tryOut(urlOfService(operatorUrl, service), `set role ${roleOf(other)}`)).toBe(
      service === other ? 'allowed' : denied,
    );
  });

  it.each(never)('has no right to %s', async (_what, sql) => {
    expect(await tryOut(urlOfService(operatorUrl, service), sql)).toBe(denied);
  });

  it('cannot connect to a database that is not of the services, nor with the password of another', async () => {
    await ask(postgres.adminUrl, `drop database if exists stranger`);
    await ask(postgres.adminUrl, 'create database stranger');
    await ask(postgres.adminUrl, 'revoke connect on database stranger from public');
    const stranger = new URL(urlOfService(operatorUrl, service));
    stranger.pathname = '/stranger';
    await expect(ask(stranger.href, 'select 1')).rejects.toThrow(/permission denied for database/);
    for (const other of databaseServices.filter((name) => name !== service)) {
      const url = new URL(urlOfService(operatorUrl, service));
      url.username = roleOf(other);
      await expect(ask(url.href, 'select 1')).rejects.toThrow(/password authentication failed/);
    }
  });
});

describe('the role of the operator', () => {
  it.each(databaseServices)('has the rights of every service: %s', async (service) => {
    for (const [what, sql] of inSchema) {
      expect([what, await tryOut(operatorUrl, inTheSchema(sql, service))]).toEqual([what, 'allowed']);
    }
  });

  it('is no superuser', async () => {
    for (const sql of [
      `select pg_read_file('PG_VERSION')`,
      `copy (select 1) to program 'true'`,
      'create role x',
    ]) {
      expect([sql, await tryOut(operatorUrl, sql)]).toEqual([sql, denied]);
    }
  });
});

it('no other role of the server can connect', async () => {
  await ask(postgres.adminUrl, `create role visitor login password 'visitor'`);
  const url = new URL(operatorUrl);
  url.username = 'visitor';
  url.password = 'visitor';
  await expect(ask(url.href, 'select 1')).rejects.toThrow(/permission denied for database/);
});
