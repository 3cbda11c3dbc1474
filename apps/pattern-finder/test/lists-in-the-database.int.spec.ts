import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EntityManager, MikroORM } from '@mikro-orm/postgresql';
import { PatternCategory, RunStatus, hasEnded } from '@warren/contracts';
import { migrate, ormOptions } from '@warren/service';
import { createTestDatabase, databaseUrlOf, startTestNats } from '@warren/testing';
import type { Nats, TestDatabase } from '@warren/testing';
import { entities } from '../src/app.module.ts';
import { createApp } from '../src/app.ts';
import { Config } from '../src/config.ts';
import { migrations } from '../src/migrations/index.ts';

const schema = 'pattern_finder';

describe('the lists of the contracts in the database', () => {
  let nats: Nats;
  let database: TestDatabase;

  beforeAll(async () => {
    [nats, database] = await Promise.all([startTestNats(), createTestDatabase()]);
    // A database of an earlier release, which does not know every category yet.
    await withTables(database, async (em) => {
      await em.execute("alter type pattern_category rename value 'cross_domain' to 'one_of_old'");
    });
  });

  afterAll(async () => {
    await nats.stop();
    await database.drop();
  });

  it('accepts every category after a start, and keeps the existing ones', async () => {
    const app = await createApp(
      Config.parse({
        ...nats.environmentOf('pattern-finder', { createsStreams: true }),
        DATABASE_URL: databaseUrlOf(database.url, 'pattern-finder'),
        LOG_LEVEL: 'error',
      }),
    );
    try {
      const rows = await app
        .get(EntityManager)
        .fork()
        .execute<{ name: string }[]>('select unnest(enum_range(null::pattern_category))::text as name');
      const known = rows.map(({ name }) => name);
      expect(known.toSorted()).toEqual([...PatternCategory.options, 'one_of_old'].sort());
    } finally {
      await app.close();
    }
  });

  it('finds the runs that have not ended by the statuses that say so', async () => {
    await withTables(database, async (em) => {
      const [index] = await em.execute<{ text: string }[]>(
        `select pg_get_indexdef('run_unended'::regclass) as text`,
      );
      const listed = Array.from(index?.text.matchAll(/'(\w+)'/g) ?? [], ([, status]) => status);
      expect(listed.toSorted()).toEqual(RunStatus.options.filter((status) => !hasEnded(status)).sort());
    });
  });
});

async function withTables(database: TestDatabase, work: (em: EntityManager) => Promise<void>): Promise<void> {
  const orm = await MikroORM.init(
    ormOptions({ url: databaseUrlOf(database.url, 'pattern-finder'), schema, entities, migrations }),
  );
  try {
    await migrate(orm, schema);
    await work(orm.em.fork());
  } finally {
    await orm.close();
  }
}
