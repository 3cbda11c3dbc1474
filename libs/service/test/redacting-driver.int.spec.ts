import { inspect } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MikroORM, defineEntity, p } from '@mikro-orm/postgresql';
import { createTestDatabase } from '@warren/testing';
import type { TestDatabase } from '@warren/testing';
import { ormOptions } from '../src/database.module.ts';

const Thing = defineEntity({ name: 'Thing', properties: { id: p.integer().primary() } });

describe('errors of the database', () => {
  let database: TestDatabase;
  let orm: MikroORM;

  beforeAll(async () => {
    database = await createTestDatabase();
    orm = await MikroORM.init(
      ormOptions({ url: database.url, schema: 'public', entities: [Thing], migrations: [] }),
    );
    await orm.em
      .fork()
      .execute(
        "create type mood as enum ('calm'); create table person (name text unique check (length(name) > 5), age integer, notes jsonb)",
      );
    await orm.em.fork().execute(`insert into person values ('secret one', 1)`);
  });
  afterAll(async () => {
    await orm.close();
    await database.drop();
  });

  it.each([
    ['a key taken', `insert into person values (?, 2)`, 'secret one', /unique/],
    [
      'a check that fails',
      `insert into person (name, notes) values ('tiny', to_jsonb(?::text))`,
      'secret two',
      /check/,
    ],
    [
      'a value of another type',
      `insert into person (age) values (?::text::integer)`,
      'secret three',
      /integer: "…"/,
    ],
    [
      'JSON that is none',
      `insert into person (notes) values (?::text::jsonb)`,
      '{"a": "secret" four',
      /json/,
    ],
    ['no array', `select ?::text::integer[]`, '{1, "secret}', /malformed array literal/],
    ['no date', `select ?::text::date`, 'secret five', /type date/],
    ['no such day', `select ?::text::date`, '2026-13-45 secret', /date/],
    ['no part of a date', `select to_date(?::text, 'YYYY')`, 'secret', /YYYY|invalid value/],
    ['no value of an enum', `select ?::text::mood`, 'secret', /enum mood/],
    ['no regular expression', `select 'a' ~ ?::text`, '(secret', /regular expression/],
    [
      'bytes that are no text',
      `select convert_from(convert_to(?::text, 'UTF8') || '\\xff'::bytea, 'UTF8')`,
      'secret',
      /byte sequence/,
    ],
    ['no bytes', `select decode(?::text, 'base64')`, 'secret"secret', /base64/],
    ['no path', `select jsonb_path_query('{}', ?::text::jsonpath)`, '$."secret', /jsonpath|syntax/],
    [
      'a key twice',
      `select json_object_agg_unique(key, 1) from unnest(array[?::text, 'secret']) key`,
      'secret',
      /duplicate/,
    ],
    ['no words to search', `select to_tsquery('simple', ?::text)`, 'secret secret', /tsquery/],
    ['no zone', `select now() at time zone ?::text`, 'secret', /time zone/],
    ['a number too large', `select ?::text::integer`, '99999999999', /out of range/],
  ])('say what broke without quoting the row: %s', async (_about, sql, value, says) => {
    const error: unknown = await orm.em
      .fork()
      .transactional((em) => em.execute(sql, [value]))
      .catch((thrown: unknown) => thrown);
    expect(String(error)).toMatch(says);
    expect(inspect(error, { depth: 5 })).not.toContain('secret');
    expect(JSON.stringify(error)).not.toContain('secret');
  });
});
