import { MikroORM, defineEntity, p } from '@mikro-orm/postgresql';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase } from '@warren/testing';
import type { TestDatabase } from '@warren/testing';
import { inspect } from 'node:util';
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
      .execute('create table person (name text unique check (length(name) > 5), age integer, notes jsonb)');
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
