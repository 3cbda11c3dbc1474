import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { INestApplication } from '@nestjs/common';
import { createTestDatabase, startTestNats, waitFor } from '@warren/testing';
import type { Nats, TestDatabase } from '@warren/testing';
import { Retention } from '../src/index.ts';
import { count, createService, emOf, makeTables } from './support.ts';

describe('the retention', () => {
  let nats: Nats;
  let database: TestDatabase;
  let app: INestApplication;

  beforeAll(async () => {
    [nats, database] = await Promise.all([startTestNats(), createTestDatabase()]);
    app = await createService({
      nats: nats.url,
      database: database.url,
      times: { retainMessagesDays: 10, retainAuditDays: 60 },
    });
    await makeTables(app);
  });
  afterAll(async () => {
    await app.close();
    await database.drop();
    await nats.stop();
  });
  beforeEach(async () => {
    await emOf(app).execute('truncate inbox_message, parked_message, failing_message');
  });

  async function parked(id: string, subject: string, body: string, days: number): Promise<void> {
    await emOf(app).execute(
      `insert into parked_message (message_id, subject, body, reason, parked_at)
       values (?, ?, ?, 'x', now() - ? * interval '1 day')`,
      [id, subject, body, days],
    );
  }

  async function handled(ids: string, days: number): Promise<void> {
    await emOf(app).execute(
      `insert into inbox_message (message_id, handled_at)
       select ? || n, now() - ? * interval '1 day' from generate_series(1, 1200) as n`,
      [ids, days],
    );
  }

  it('deletes parked messages of their age, but no erasure that is still to be done', async () => {
    const erasure = '{"revision":1,"changed":1,"erased_member_ids":[7]}';
    const change = '{"revision":1,"changed":1,"erased_member_ids":[]}';
    await parked('old', 'pattern.saved', '{}', 11);
    await parked('young', 'pattern.saved', '{}', 9);
    await parked('erasure', 'members.changed', erasure, 400);
    await parked('unreadable', 'members.changed', '{', 400);
    await parked('change', 'members.changed', change, 400);
    await app.get(Retention).run();
    const left = await emOf(app).execute<{ id: string }[]>(
      'select message_id as id from parked_message order by 1',
    );
    expect(left.map(({ id }) => id)).toEqual(['erasure', 'unreadable', 'young']);
  });

  it('deletes ids of handled messages only once no copy may be delivered, in several batches', async () => {
    await handled('gone-', 32);
    await handled('kept-', 30);
    const before = app
      .get(Retention)
      .counts()
      .find(({ of }) => of === 'ids of handled messages')!.value;
    await app.get(Retention).run();
    expect(await count(app, `inbox_message where message_id like 'gone-%'`)).toBe(0);
    expect(await count(app, `inbox_message where message_id like 'kept-%'`)).toBe(1_200);
    expect(app.get(Retention).counts()).toContainEqual({
      of: 'ids of handled messages',
      value: before + 1_200,
    });
  });

  it('leaves the work to the replica that has begun', async () => {
    await handled('gone-', 32);
    const release = Promise.withResolvers<undefined>();
    const held = emOf(app).transactional(async (em) => {
      await em.execute(`select pg_advisory_xact_lock(hashtext('retention ' || current_schema()))`);
      await release.promise;
    });
    await waitFor(async () => (await count(app, `pg_locks where locktype = 'advisory' and granted`)) > 0, {
      describe: 'the other to begin',
    });
    await app.get(Retention).run();
    expect(await count(app, 'inbox_message')).toBe(1_200);
    release.resolve(undefined);
    await held;
    await app.get(Retention).run();
    expect(await count(app, 'inbox_message')).toBe(0);
  });

  it('goes on with the rest where one purge fails', async () => {
    const own: string[] = [];
    app.get(Retention).register(
      { name: 'rows that cannot be deleted', batch: async () => Promise.reject(new Error('no')) },
      {
        name: 'other rows',
        batch: async () => {
          own.push('run');
          return Promise.resolve(0);
        },
      },
    );
    await app.get(Retention).run();
    expect(own).toEqual(['run']);
  });

  it('keeps all where no days are set', async () => {
    const keeping = await createService({ nats: nats.url, database: database.url });
    await handled('old-', 4_000);
    await keeping.get(Retention).run();
    expect(await count(keeping, 'inbox_message')).toBe(1_200);
    expect(keeping.get(Retention).counts()).toEqual([]);
    await keeping.close();
  });
});
