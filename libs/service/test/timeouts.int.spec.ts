import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Migration } from '@mikro-orm/migrations';
import { MikroORM, defineEntity, p } from '@mikro-orm/postgresql';
import pg from 'pg';
import { ServiceUnavailable } from '@warren/contracts';
import { createTestDatabase } from '@warren/testing';
import type { TestDatabase } from '@warren/testing';
import { migrateAtStart, ormOptions } from '../src/database.module.ts';

const Thing = defineEntity({ name: 'Thing', properties: { id: p.integer().primary() } });

class Migration20261130000000_slow extends Migration {
  override up(): void {
    this.addSql('create table slow as select pg_sleep(2) is null as done');
  }
}

describe('the database of a service', () => {
  let database: TestDatabase;
  const limits = { idleTimeoutMs: 1_200, statementTimeoutMs: 1_000 };

  beforeAll(async () => {
    database = await createTestDatabase();
  });

  afterAll(async () => database.drop());

  async function withOrm<T>(
    work: (orm: MikroORM) => Promise<T>,
    change: Partial<typeof limits> = {},
  ): Promise<T> {
    const orm = await MikroORM.init(
      ormOptions({
        url: database.url,
        schema: 'public',
        entities: [Thing],
        migrations: [],
        ...limits,
        ...change,
      }),
    );
    try {
      return await work(orm);
    } finally {
      await orm.close(true);
    }
  }

  it('ends a statement that takes too long, which is its own failure, and goes on', async () => {
    await withOrm(async (orm) => {
      await expect(orm.em.fork().execute('select pg_sleep(10)')).rejects.toThrow(/statement timeout/);
      expect(await orm.em.fork().execute('select 1 as one')).toEqual([{ one: 1 }]);
    });
  });

  it('ends a wait for a lock, as when the database is unavailable', async () => {
    const holder = new pg.Client({ connectionString: database.url });
    await holder.connect();
    try {
      await holder.query('create table locked (id integer)');
      await holder.query('begin; lock table locked');
      const waiting = withOrm(async (orm) => orm.em.fork().execute('select * from locked'), {
        statementTimeoutMs: 60_000,
      });
      await expect(waiting).rejects.toMatchObject({
        constructor: ServiceUnavailable,
        message: expect.stringContaining('a lock was not granted in time'),
      });
    } finally {
      await holder.end();
    }
  });

  it('lets a migration take longer than a statement may, or a connection be silent', async () => {
    await migrateAtStart({
      url: database.url,
      schema: 'slow_service',
      entities: [Thing],
      migrations: [Migration20261130000000_slow],
      ...limits,
    });
    const done = await withOrm(async (orm) => orm.em.fork().execute('select done from slow_service.slow'));
    expect(done).toEqual([{ done: false }]);
  });
});
