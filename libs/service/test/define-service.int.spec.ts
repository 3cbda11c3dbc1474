import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Migration } from '@mikro-orm/migrations';
import { EntityManager, MikroORM, defineEntity, p } from '@mikro-orm/postgresql';
import type { Constructor } from '@mikro-orm/postgresql';
import { connect } from '@nats-io/transport-node';
import type { Msg, NatsConnection } from '@nats-io/transport-node';
import { Controller, Module } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { PatternSaved, QuestionCreated } from '@warren/contracts';
import { Consumes, Inbox, JetStreamContext, Outbox } from '@warren/messaging';
import { createTestDatabase, startTestNats, waitFor } from '@warren/testing';
import type { Nats, TestDatabase } from '@warren/testing';
import { migrate, ormOptions } from '../src/database.module.ts';
import { EventServiceEnvironment, defineService } from '../src/index.ts';
import { Migration20261120000000_tables_of_old } from './migrations/Migration20261120000000_tables_of_old.ts';

const GreetingSchema = defineEntity({
  name: 'Greeting',
  tableName: 'greeting',
  properties: { id: p.integer().primary(), text: p.text() },
});
class Greeting extends GreetingSchema.class {}
GreetingSchema.setClass(Greeting);

class Migration20261129150000_greetings extends Migration {
  override up(): void {
    this.addSql('create table greeting (id integer primary key, text text not null)');
    // Messaging's tables exist before a migration of the service's own runs.
    this.addSql('create view waiting as select id from outbox_message where published_at is null');
  }
}

/** Greets each pattern, and publishes that. */
@Controller()
class GreetingsController {
  constructor(
    private readonly inbox: Inbox,
    private readonly outbox: Outbox,
  ) {}

  @Consumes('pattern.saved')
  async greet({ pattern_id, name }: PatternSaved, { messageId }: JetStreamContext): Promise<void> {
    await this.inbox.once(messageId, async (em) => {
      em.create(Greeting, { id: pattern_id, text: `Welcome, ${name}` });
      this.outbox.add(em, 'question.created', {
        question_id: pattern_id,
        pattern_id,
        text: `Who greets ${name}?`,
      });
      await em.flush();
    });
  }
}

@Module({ controllers: [GreetingsController] })
class GreetingsModule {}

const { createApp } = defineService({
  name: 'guest-book',
  entities: [Greeting],
  migrations: [Migration20261129150000_greetings],
  module: () => ({ module: GreetingsModule }),
});

describe('a service made from its definition', () => {
  let nats: Nats;
  let database: TestDatabase;
  let app: NestFastifyApplication;
  let other: NatsConnection;
  const told: Msg[] = [];

  beforeAll(async () => {
    [nats, database] = await Promise.all([startTestNats(), createTestDatabase()]);
    await makeTablesOfOld(database.url, 'veteran');
    app = await createApp(environment());
    other = await connect({ servers: nats.url });
    other.subscribe('question.created', { callback: (_error, message) => void told.push(message) });
    await other.flush();
  });

  afterAll(async () => {
    await other.close();
    await app.close();
    await nats.stop();
    await database.drop();
  });

  const environment = () =>
    EventServiceEnvironment.parse({ NATS_URL: nats.url, DATABASE_URL: database.url, LOG_LEVEL: 'error' });
  const greetings = async () => app.get(EntityManager).fork().findAll(Greeting);
  const save = async (from: NestFastifyApplication, pattern_id: number, name: string) =>
    from
      .get(EntityManager)
      .fork()
      .transactional(async (em) => {
        from.get(Outbox).add(em, 'pattern.saved', saved(pattern_id, name));
        await em.flush();
      });

  it('publishes its events, and handles what it consumes', async () => {
    await save(app, 1, 'Bakers');
    await waitFor(() => told.length > 0, { describe: 'the event of the made-up service' });
    expect(QuestionCreated.parse(told[0]?.json())).toMatchObject({ text: 'Who greets Bakers?' });
    expect(told[0]?.headers?.get('ce-source')).toBe('/warren/guest-book');
    expect(await greetings()).toMatchObject([{ id: 1, text: 'Welcome, Bakers' }]);
  });

  it('serves its health, and has its tables in a schema of its own', async () => {
    const ready = await fetch(`${await app.getUrl()}/readyz`);
    expect([ready.status, await ready.json()]).toMatchObject([
      200,
      { details: { nats: { status: 'up' }, database: { status: 'up' } } },
    ]);
    const tables = await app
      .get(EntityManager)
      .fork()
      .execute<{ name: string }[]>(
        `select table_name as name from information_schema.tables
          where table_schema = 'guest_book' and table_type = 'BASE TABLE' order by 1`,
      );
    expect(tables.map(({ name }) => name)).toEqual([
      'audit_entry',
      'erased_recently',
      'failing_message',
      'greeting',
      'inbox_message',
      'migration',
      'outbox_message',
      'parked_message',
      'stream_seen',
    ]);
  });

  it('is ready only once it receives messages', async () => {
    const seen: number[] = [];
    const slow = defineService({
      name: 'late-riser',
      entities: [],
      migrations: [],
      module: () => ({ module: GreetingsModule }),
      beforeMessages: async (starting) => {
        seen.push((await fetch(`${await starting.getUrl()}/readyz`)).status);
      },
    });
    const started = await slow.createApp(environment());
    try {
      seen.push((await fetch(`${await started.getUrl()}/readyz`)).status);
    } finally {
      await started.close();
    }
    expect(seen).toEqual([503, 200]);
  });

  it('takes over the messaging tables that an older service created itself, with their rows', async () => {
    const old = defineService({
      name: 'veteran',
      entities: [Greeting],
      migrations: [Migration20261120000000_tables_of_old, Migration20261129150000_greetings],
      module: () => ({ module: GreetingsModule }),
    });
    const veteran = await old.createApp(environment());
    try {
      const waiting = async () => veteran.get(EntityManager).fork().execute('select id from waiting');
      await waitFor(async () => (await waiting()).length === 0, { describe: 'the event from before' });
      await waitFor(async () => (await greetings()).some(({ id }) => id === 77), {
        describe: 'its consumer',
      });
    } finally {
      await veteran.close();
    }
  });

  it('rejects a definition whose names are not valid in databases and subjects', () => {
    const define = (changes: { name?: string; migrations?: Constructor<Migration>[] }) =>
      defineService({
        name: 'fine',
        entities: [],
        migrations: [],
        module: () => ({ module: GreetingsModule }),
        ...changes,
      });
    class Greetings extends Migration20261129150000_greetings {}
    expect(() => define({ name: 'Guest Book' })).toThrow('lower case with dashes');
    expect(() => define({ migrations: [Greetings] })).toThrow('Migration<YYYYMMDDhhmmss>_<what>');
    expect(() =>
      define({ migrations: [Migration20261129150000_greetings, Migration20261129150000_greetings] }),
    ).toThrow('Two migrations are named');
  });
});

/** A database as it was before the messaging library brought its own migrations, with an event that waits. */
async function makeTablesOfOld(url: string, schema: string): Promise<void> {
  const orm = await MikroORM.init(
    ormOptions({ url, schema, entities: [Greeting], migrations: [Migration20261120000000_tables_of_old] }),
  );
  try {
    await migrate(orm, schema);
    await orm.em.fork().execute(
      `insert into outbox_message (message_id, subject, body, traceparent, created_at)
        values (gen_random_uuid(), 'pattern.saved', ?, '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01', now())`,
      [JSON.stringify(saved(77, 'Beekeepers'))],
    );
  } finally {
    await orm.close();
  }
}

function saved(pattern_id: number, name: string): PatternSaved {
  return {
    pattern_id,
    name,
    description: 'People who share a craft.',
    category: 'skill_cluster',
    member_count: 3,
    related_member_ids: [1, 2, 3],
    question_prompts: ['What brought you to this craft?', 'Who taught you?'],
    version: 1,
    change: 'created',
    run_id: 1,
  };
}
