import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { startPostgres } from '../src/index.ts';
import type { Postgres } from '../src/index.ts';
import { ask, withClient } from './ask.ts';
import { until } from './until.ts';

/** Contained in every statement and row below, so in anything that quotes one of them. */
const canary = 'wenzeslausuhu';

let dataDir: string;
let postgres: Postgres;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'warren-servers-'));
  await chmod(dataDir, 0o711);
  postgres = await startPostgres({ dataDir });
  await ask(
    postgres.url,
    `create type mood as enum ('calm');
     create extension btree_gist;
     create table house (name text primary key);
     create table person (name text primary key check (length(name) > 3), age integer not null default 1, at date,
       notes jsonb, mood mood, short varchar(20), list integer[], house text references house,
       exclude using gist (age with =, name with =));
     insert into person (name) values ('${canary}');
     create function refuse() returns trigger language plpgsql as
       'begin raise warning ''warned of %'', new.name; raise exception ''refused %'', new.name using detail = new.name; end';
     create table guarded (name text);
     create trigger refuse before insert on guarded for each row execute function refuse();`,
  );
}, 60_000);

afterAll(async () => {
  await postgres.stop();
  await rm(dataDir, { recursive: true, force: true });
});

const log = async (): Promise<string> => readFile(join(dataDir, 'server.log'), 'utf8');

it.each([
  ['a key taken', `insert into person (name) values ($1)`, canary],
  ['a check that fails', `insert into person (name, short) values ('ab', $1)`, canary],
  ['an absent value', `insert into person (name, age) values ($1, null)`, canary],
  ['a reference to nothing', `insert into person (name, house) values ('anna', $1)`, canary],
  [
    'JSON that is none',
    `insert into person (name, notes) values ('anna', $1::text::jsonb)`,
    `{"a": "${canary}`,
  ],
  ['no number', `insert into person (name, age) values ('anna', $1::text::integer)`, canary],
  ['a parameter that is no number', `insert into person (name, age) values ('anna', $1)`, canary],
  ['no date', `insert into person (name, at) values ('anna', $1::text::date)`, canary],
  ['no value of an enum', `insert into person (name, mood) values ('anna', $1::text::mood)`, canary],
  ['no array', `insert into person (name, list) values ('anna', $1::text::integer[])`, `{${canary}`],
  ['too long a text', `insert into person (name, short) values ('anna', $1)`, canary.repeat(3)],
  ['no regular expression', `select 'a' ~ $1`, `(${canary}`],
  ['a statement that is none', `select from where '${canary}' ${canary} $1`, canary],
  ['a column that is not there', `select ${canary}, $1::text`, canary],
  ['what a trigger rejects and warns of', `insert into guarded values ($1)`, canary],
  ['too much time', `select pg_sleep(length($1))`, canary],
])('does not quote what a statement was about: %s', async (_what, sql, value) => {
  await withClient(postgres.url, async (client) => {
    await client.query(`set statement_timeout = '100ms'`);
    await expect(client.query(sql, [value])).rejects.toThrow();
    await expect(client.query(sql.replaceAll('$1', client.escapeLiteral(value)))).rejects.toThrow();
  });
  expect(await log()).not.toContain(canary);
});

it('does not quote the statements of a deadlock', async () => {
  await ask(postgres.url, `create table lock_${canary} (n integer primary key)`);
  await ask(postgres.url, `insert into lock_${canary} values (1), (2)`);
  const update = (n: number): string => `update lock_${canary} set n = n where n = ${n}`;
  await withClient(postgres.url, async (one) =>
    withClient(postgres.url, async (other) => {
      await one.query('begin');
      await other.query('begin');
      await one.query(update(1));
      await other.query(update(2));
      const outcomes = await Promise.allSettled([one.query(update(2)), other.query(update(1))]);
      expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    }),
  );
  expect(await log()).not.toContain(canary);
});

it('does not quote the statement of a process that was killed, but logs that it was', async () => {
  await withClient(postgres.url, async (client) => {
    const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
    const broken = expect(client.query(`select pg_sleep(60), '${canary}'`)).rejects.toThrow();
    await until(
      async () =>
        (
          await ask(
            postgres.adminUrl,
            `select from pg_stat_activity where query like '%${canary}%' and wait_event = 'PgSleep'`,
          )
        ).length > 0,
      'the statement to run',
    );
    process.kill(rows[0]!.pid, 'SIGKILL');
    await broken;
  });
  await until(async () => (await log()).includes('terminated by signal 9'), 'the log to report it');
  await until(
    async () =>
      ask(postgres.url, 'select 1').then(
        () => true,
        () => false,
      ),
    'the server to recover',
  );
  expect(await log()).toMatch(/ready to accept connections/);
  expect(await log()).not.toContain(canary);
});
