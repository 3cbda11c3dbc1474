import { MikroORM, defineEntity, p } from '@mikro-orm/postgresql';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ServiceUnavailable } from '@warren/contracts';
import { createTestDatabase, waitFor } from '@warren/testing';
import type { TestDatabase } from '@warren/testing';
import { ormOptions } from '../src/database.module.ts';

const Thing = defineEntity({ name: 'Thing', properties: { id: p.integer().primary() } });

describe('a transaction that loses its connection', () => {
  let database: TestDatabase;
  let orm: MikroORM;

  beforeAll(async () => {
    database = await createTestDatabase();
    orm = await MikroORM.init(
      ormOptions({ url: database.url, schema: 'public', entities: [Thing], migrations: [] }),
    );
  });

  afterAll(async () => database.drop());

  it('is told that the database is away, and takes no place in the pool: more than it has can be lost', async () => {
    const lost = Array.from({ length: 25 }, async () =>
      orm.em.fork().transactional(async (em) => {
        await em.execute('select pg_terminate_backend(pg_backend_pid())');
      }),
    );
    for (const outcome of await Promise.allSettled(lost)) {
      expect(outcome).toMatchObject({ status: 'rejected', reason: expect.any(ServiceUnavailable) });
    }
    const answer = async () => orm.em.fork().execute<{ one: number }[]>('select 1 as one');
    expect(await waitFor(answer, { describe: 'another query' })).toEqual([{ one: 1 }]);
    await orm.close();
  }, 20_000);
});
