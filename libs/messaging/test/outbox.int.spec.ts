import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { connect } from '@nats-io/transport-node';
import type { Msg, NatsConnection } from '@nats-io/transport-node';
import type { INestApplication } from '@nestjs/common';
import { Controller, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { EventPattern, Payload, Transport } from '@nestjs/microservices';
import { PatternSaved } from '@warren/contracts';
import { createTestDatabase, startTestNats, waitFor } from '@warren/testing';
import type { Nats, TestDatabase } from '@warren/testing';
import { Consumes, Inbox, JetStreamContext, Outbox } from '../src/index.ts';
import {
  count,
  createService,
  emOf,
  makeTables,
  patternSaved,
  savePatterns,
  startService,
} from './support.ts';

const plain: unknown[] = [];

/** A consumer as anyone writes it with Nest, without this library. */
@Controller()
class PlainConsumer {
  @EventPattern('pattern.saved')
  saved(@Payload() body: unknown): void {
    plain.push(body);
  }
}

const begun: { tell: () => void } = { tell: () => undefined };

/** Writes another event as its effect, once the service shuts down. */
@Controller()
class Chain {
  static readonly begun = new Promise<void>((resolve) => {
    begun.tell = resolve;
  });

  constructor(
    private readonly inbox: Inbox,
    private readonly outbox: Outbox,
  ) {}

  @Consumes('pattern.saved')
  async saved({ pattern_id }: PatternSaved, context: JetStreamContext): Promise<void> {
    if (pattern_id === 7_000) {
      begun.tell();
      await waitFor(() => context.signal.aborted, { describe: 'the request to stop' });
      await this.inbox.once(context.messageId, async (em) => {
        this.outbox.add(em, 'pattern.saved', patternSaved(7_001));
        await em.flush();
      });
    }
  }
}

@Module({ controllers: [PlainConsumer] })
class PlainModule {}

describe('the outbox', () => {
  let nats: Nats;
  let database: TestDatabase;
  let app: INestApplication;
  let bare: NatsConnection;
  const heard: Msg[] = [];
  const bodies = () => heard.map((message) => PatternSaved.parse(message.json()));
  const heardOf = (id: number) => bodies().filter(({ pattern_id }) => pattern_id === id);

  beforeAll(async () => {
    nats = await startTestNats();
    database = await createTestDatabase();
    // A poll this rare shows that what arrives was woken by its commit.
    const times = { pollMs: 60_000 };
    app = await createService({ nats: nats.url, database: database.url, times });
    await makeTables(app);
    await app.close();
    app = await startService({ nats: nats.url, database: database.url, times });
    bare = await connect({ servers: nats.url });
    bare.subscribe('pattern.saved', { callback: (_error, message) => void heard.push(message) });
    await bare.flush();
  });

  afterAll(async () => {
    await bare.close();
    await app.close();
    await nats.stop();
    await database.drop();
  });

  it('publishes a row right after its commit, with the attributes of a CloudEvent as headers', async () => {
    const started = performance.now();
    await savePatterns(app, 1);
    await waitFor(() => heardOf(1).length === 1, { describe: 'the event', everyMs: 2 });
    expect(performance.now() - started).toBeLessThan(1_000);
    const head = heard.at(-1)?.headers;
    expect(head?.get('ce-specversion')).toBe('1.0');
    expect(head?.get('ce-type')).toBe('pattern.saved');
    expect(head?.get('ce-source')).toBe('/warren/tester');
    expect(head?.get('ce-id')).toMatch(/^[0-9a-f-]{36}$/);
    expect(Date.parse(head?.get('ce-time') ?? '')).not.toBeNaN();
    expect(head?.get('traceparent')).toMatch(/^00-[0-9a-f]{32}-[0-9a-f]{16}-01$/);
    expect(bodies().at(-1)).toEqual(patternSaved(1));
  });

  it('publishes nothing of a transaction that was rolled back', async () => {
    const failed = emOf(app).transactional(async (em) => {
      app.get(Outbox).add(em, 'pattern.saved', patternSaved(2));
      await em.flush();
      throw new Error('no');
    });
    await expect(failed).rejects.toThrow('no');
    await savePatterns(app, 3);
    await waitFor(() => heardOf(3).length === 1, { describe: 'the event after it' });
    expect(heardOf(2)).toHaveLength(0);
  });

  it('publishes each row once where two relays work on it', async () => {
    const second = await startService({ nats: nats.url, database: database.url, times: { pollMs: 20 } });
    const ids = Array.from({ length: 600 }, (_, at) => 1_000 + at);
    await Promise.all([0, 1, 2, 3].map((part) => savePatterns(app, ...ids.filter((id) => id % 4 === part))));
    await waitFor(() => heard.length >= 602, { describe: '600 events', timeoutMs: 30_000 });
    await waitFor(async () => (await count(app, 'outbox_message where published_at is null')) === 0, {
      describe: 'an empty outbox',
    });
    await second.close();
    const heardIds = bodies().map(({ pattern_id }) => pattern_id);
    expect(heardIds.filter((id) => id >= 1_000).sort((a, b) => a - b)).toEqual(ids);
  });

  it('publishes the messages beside one that is rejected', async () => {
    await emOf(app).execute(
      `insert into outbox_message (message_id, subject, body, traceparent, created_at)
       values (gen_random_uuid(), 'nobody.knows', '{}', '', now())`,
    );
    await savePatterns(app, 4);
    await waitFor(() => heardOf(4).length === 1, { describe: 'the event behind it' });
    await waitFor(async () => (await count(app, 'outbox_message where published_at is null')) === 1, {
      describe: 'only the rejected one to wait',
    });
    await emOf(app).execute(`delete from outbox_message where subject = 'nobody.knows'`);
  });

  it('rejects a body that breaks its contract', () => {
    const broken = { ...patternSaved(5), question_prompts: ['?'] };
    expect(() => app.get(Outbox).add(emOf(app), 'pattern.saved', broken)).toThrow(/question_prompts/);
  });

  it('publishes at a shutdown what the last message in flight has written', async () => {
    const second = await startService({
      nats: nats.url,
      database: database.url,
      service: 'leaver',
      controllers: [Chain],
      times: { pollMs: 60_000 },
    });
    await savePatterns(app, 7_000);
    await Chain.begun;
    await second.close();
    await waitFor(() => heardOf(7_001).length === 1, { describe: 'the last event' });
  });

  it('applies the effect of a message once, however often it is delivered', async () => {
    const inbox = app.get(Inbox);
    let effects = 0;
    const effect = async () => {
      effects += 1;
      return Promise.resolve();
    };
    const failing = inbox.once('m-1', async () => Promise.reject(new Error('rolled back')));
    await expect(failing).rejects.toThrow('rolled back');
    await Promise.all([1, 2, 3].map(async () => inbox.once('m-1', effect)));
    expect(effects).toBe(1);
  });

  it('is readable by a plain Nest microservice and by a bare subscription', async () => {
    const consumer = await NestFactory.createMicroservice(PlainModule, {
      transport: Transport.NATS,
      options: { servers: [nats.url] },
      logger: false,
      abortOnError: false,
    });
    await consumer.listen();
    await savePatterns(app, 9);
    await waitFor(() => plain.length > 0 && heardOf(9).length > 0, { describe: 'both consumers' });
    await consumer.close();
    expect(plain).toEqual([patternSaved(9)]);
    expect(heardOf(9)).toEqual([patternSaved(9)]);
  });
});
