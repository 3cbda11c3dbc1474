import { setImmediate } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MikroORM, defineEntity, p } from '@mikro-orm/postgresql';
import { ServiceUnavailable } from '@warren/contracts';
import { createTestDatabase, waitFor } from '@warren/testing';
import type { TestDatabase } from '@warren/testing';
import { ormOptions } from '../src/database.module.ts';

const Thing = defineEntity({ name: 'Thing', properties: { id: p.integer().primary() } });

describe('a connection that Kysely leaks', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await createTestDatabase();
  });

  afterAll(async () => database.drop());

  const started = async (): Promise<MikroORM> =>
    MikroORM.init(ormOptions({ url: database.url, schema: 'public', entities: [Thing], migrations: [] }));

  it('of a transaction that lost it: throws ServiceUnavailable, and takes no place in the pool, of which more than all can be lost', async () => {
    const orm = await started();
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

  it('of a query during shutdown: is not waited for', async () => {
    // The nth gets a step further before the end: the case to hit is a connection that is being opened.
    for (let steps = 0; steps < 12; steps += 1) {
      const orm = await started();
      const answer = orm.em
        .fork()
        .execute('select 1')
        .catch(() => 'not answered');
      for (let step = 0; step < steps; step += 1) {
        await setImmediate();
      }
      await orm.close();
      await answer;
    }
  }, 20_000);
});
