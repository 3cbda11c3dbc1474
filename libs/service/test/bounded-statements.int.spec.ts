import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { MikroORM, defineEntity, p } from '@mikro-orm/postgresql';
import { DeadlineExceeded } from '@warren/contracts';
import { createTestDatabase, waitFor } from '@warren/testing';
import type { TestDatabase } from '@warren/testing';
import type { RequestContext } from '../src/bounded-statements.ts';
import { ormOptions } from '../src/database.module.ts';

const Thing = defineEntity({ name: 'Thing', properties: { id: p.integer().primary() } });
const who = new AsyncLocalStorage<RequestContext>();
const long = 'select pg_sleep(30)';
/** As many as a pool has connections. */
const all = Array.from({ length: 20 });

describe('a statement of a request', () => {
  let database: TestDatabase;
  let orm: MikroORM;
  /** Called whenever the current request is read. */
  let onAsked = (): void => undefined;

  beforeAll(async () => {
    database = await createTestDatabase();
    orm = await MikroORM.init(
      ormOptions({
        url: database.url,
        schema: 'public',
        entities: [Thing],
        migrations: [],
        currentRequest: () => {
          onAsked();
          return who.getStore();
        },
      }),
    );
    await orm.em.fork().execute('create table note (text text)');
  });

  afterAll(async () => {
    await orm.close();
    await database.drop();
  });

  afterEach(async () => {
    onAsked = () => undefined;
    await nothingRuns();
  });

  const run = async <T>(asked: Partial<RequestContext>, work: () => Promise<T>): Promise<T> =>
    who.run({ signal: new AbortController().signal, until: Number.POSITIVE_INFINITY, ...asked }, work);
  const inMs = (ms: number): number => performance.now() + ms;

  async function nothingRuns(): Promise<void> {
    await waitFor(
      async () =>
        (
          await orm.em
            .fork()
            .execute<{ pid: number }[]>(
              `select pid from pg_stat_activity where datname = current_database() and query like '%pg_sleep%' and state = 'active' and pid <> pg_backend_pid()`,
            )
        ).length === 0,
      { describe: 'PostgreSQL to stop', timeoutMs: 2_000 },
    );
  }

  it('is ended by PostgreSQL at the deadline, with DeadlineExceeded', async () => {
    const from = performance.now();
    const asked = run({ until: inMs(300) }, async () => orm.em.fork().execute(long));
    await expect(asked).rejects.toBeInstanceOf(DeadlineExceeded);
    expect(performance.now() - from).toBeLessThan(5_000);
  });

  it('throws DeadlineExceeded for a request only: work without one fails', async () => {
    const slow = async (): Promise<unknown> =>
      orm.em.fork().transactional(async (em) => {
        await em.execute(`set local statement_timeout = 100`);
        // With a parameter it comes without a time of its own.
        return em.execute('select pg_sleep(?)', [30]);
      });
    await expect(run({}, slow)).rejects.toBeInstanceOf(DeadlineExceeded);
    const failed: unknown = await slow().catch((error: unknown) => error);
    expect(failed).toMatchObject({ code: '57014' });
  });

  it('is cancelled when the caller leaves, and its transaction rolled back', async () => {
    const leaves = new AbortController();
    const asked = run({ signal: leaves.signal }, async () =>
      orm.em.fork().transactional(async (em) => {
        await em.execute(`insert into note values ('undone')`);
        setTimeout(() => leaves.abort(new Error('left')), 200);
        await em.execute(long);
      }),
    );
    await expect(asked).rejects.toBeInstanceOf(DeadlineExceeded);
    expect(await orm.em.fork().execute('select from note')).toEqual([]);
  });

  it('does not begin after the caller has left, nor is what was begun before committed', async () => {
    const leaves = new AbortController();
    const asked = run({ signal: leaves.signal }, async () =>
      orm.em.fork().transactional(async (em) => {
        await em.execute(`insert into note values ('undone')`);
        leaves.abort(new Error('left'));
      }),
    );
    await expect(asked).rejects.toThrow('left');
    expect(await orm.em.fork().execute('select from note')).toEqual([]);
  });

  it('has the same result as without a request, in a transaction and outside', async () => {
    await run({ until: inMs(10_000) }, async () => {
      const em = orm.em.fork();
      expect(await em.execute('select ? as given', ["it's"])).toEqual([{ given: "it's" }]);
      await em.transactional(async (tx) => {
        expect(await tx.execute(`insert into note values ('kept') returning text`)).toEqual([
          { text: 'kept' },
        ]);
      });
      expect(await em.execute('delete from note returning text')).toEqual([{ text: 'kept' }]);
    });
  });

  it('leaves no timeout on its connection, and cancels no other’s statement', async () => {
    await Promise.all(
      Array.from({ length: 60 }, async (_, at) => {
        const leaves = new AbortController();
        const asked = run({ signal: leaves.signal, until: inMs(5_000) }, async () => {
          setTimeout(() => leaves.abort(new Error('left')), at % 7);
          return orm.em.fork().execute('select pg_sleep(0.004)');
        });
        await asked.catch(() => undefined);
        const next = await orm.em
          .fork()
          .execute<{ timeout: string }[]>(
            `select current_setting('statement_timeout') as timeout, pg_sleep(0.003)`,
          );
        expect(next[0]?.timeout).toBe('0');
      }),
    );
  });

  /** As many transactions at once as there are connections, which end with what is given. */
  async function takeAll(): Promise<() => Promise<unknown>> {
    let begun = 0;
    const taken = Promise.withResolvers<string>();
    const free = Promise.withResolvers<undefined>();
    const held = all.map(async () =>
      orm.em.fork().transactional(async (em) => {
        await em.execute('select 1');
        begun += 1;
        if (begun === all.length) {
          taken.resolve('taken');
        }
        await free.promise;
      }),
    );
    const ends = async (): Promise<unknown> => {
      free.resolve(undefined);
      return Promise.all(held);
    };
    expect(await Promise.race([taken.promise, delay(5_000, 'there are not as many', { ref: false })])).toBe(
      'taken',
    );
    return ends;
  }

  it('waits for no connection after the caller has left, and releases one that comes then', async () => {
    const end = await takeAll();
    try {
      const leaves = new AbortController();
      const asked = Array.from({ length: 60 }, async (_, at) =>
        run({ signal: leaves.signal }, async () =>
          at % 3 === 0
            ? orm.em.fork().execute('select 1')
            : orm.em.fork().transactional(async (em) => em.execute('select 1')),
        ).catch(String),
      );
      setTimeout(() => leaves.abort(new Error('left')), 100);
      const ended = await Promise.race([Promise.all(asked), delay(5_000, 'hangs', { ref: false })]);
      expect(ended).toEqual(asked.map(() => expect.stringMatching(/: left$/)));
    } finally {
      await end();
    }
    const endAgain = await takeAll();
    await endAgain();
  });

  it.each([1, 2, 3, 4])(
    'leaks no connection where the caller leaves at step %i of a transaction',
    async (step) => {
      for (const [at] of all.entries()) {
        const leaves = new AbortController();
        let asks = 0;
        onAsked = () => {
          asks += 1;
          if (asks === step) {
            leaves.abort(new Error('left'));
          }
        };
        const asked = run({ signal: leaves.signal }, async () =>
          orm.em.fork().transactional(async (em) => em.execute('select ? as at', [at])),
        );
        await expect(asked).rejects.toThrow('left');
      }
      onAsked = () => undefined;
      const end = await takeAll();
      await end();
    },
  );
});
