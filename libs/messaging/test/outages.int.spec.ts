import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { jetstreamManager } from '@nats-io/jetstream';
import { connect } from '@nats-io/transport-node';
import type { INestApplication } from '@nestjs/common';
import { Controller } from '@nestjs/common';
import { ServiceUnavailable } from '@warren/contracts';
import type { PatternSaved, ReplyOf } from '@warren/contracts';
import { createTestDatabase, startTestNats, waitFor } from '@warren/testing';
import type { Nats, TestDatabase } from '@warren/testing';
import { Answers, NatsConnectionManager, Consumes, RequestClient } from '../src/index.ts';
import { count, createService, makeTables, savePatterns, startService } from './support.ts';

let heard: number[] = [];
let asked = 0;

@Controller()
class Listener {
  @Consumes('pattern.saved')
  async saved({ pattern_id }: PatternSaved): Promise<void> {
    heard.push(pattern_id);
    return Promise.resolve();
  }

  @Answers('questions.list')
  async list(): Promise<ReplyOf<'questions.list'>> {
    return Promise.resolve({ questions: [] });
  }

  @Answers('patterns.get')
  async neverAnswered(): Promise<ReplyOf<'patterns.get'>> {
    asked += 1;
    return new Promise(() => undefined);
  }
}

const times = { pollMs: 100, concurrency: 2 };

describe('an outage of NATS', () => {
  let nats: Nats;
  let database: TestDatabase;
  let app: INestApplication;

  beforeEach(async () => {
    heard = [];
    asked = 0;
    nats = await startTestNats();
    database = await createTestDatabase();
    const setUp = await createService({ nats: nats.url, database: database.url });
    await makeTables(setUp);
    await setUp.close();
  });

  afterEach(async () => {
    await app.close();
    await nats.stop();
    await database.drop();
  });

  it('is logged and waited out by a service that starts during it', async () => {
    await nats.kill();
    const lines: string[] = [];
    app = await createService({ nats: nats.url, database: database.url, times, lines });
    expect(app.get(NatsConnectionManager).isUp()).toBe(false);
    await expect(
      app.get(RequestClient).ask('questions.list', {}, { deadlineMs: 100 }),
    ).rejects.toBeInstanceOf(ServiceUnavailable);
    await waitFor(() => lines.some((line) => line.startsWith(`Waiting for NATS at 127.0.0.1:${nats.port}`)), {
      describe: 'a log line about it',
    });
    await savePatterns(app, 1);
    await nats.restart();
    await waitFor(() => app.get(NatsConnectionManager).isUp(), { describe: 'the connection' });
    await waitFor(async () => (await count(app, 'outbox_message where published_at is null')) === 0, {
      describe: 'an empty outbox',
    });
  });

  it('does not make a shutdown hang where NATS was never there', async () => {
    await nats.kill();
    app = await createService({ nats: nats.url, database: database.url, times });
    const connecting = app.get(NatsConnectionManager).connected();
    const gaveUp = expect(connecting).rejects.toThrow();
    await app.close();
    await gaveUp;
  });

  it('ends: the outbox is published and handled, and requests are answered again', async () => {
    app = await startService({ nats: nats.url, database: database.url, times, controllers: [Listener] });
    await savePatterns(app, 1);
    await waitFor(() => heard.includes(1), { describe: 'the first event' });
    await nats.kill();
    await waitFor(() => !app.get(NatsConnectionManager).isUp(), { describe: 'the loss of the connection' });
    await savePatterns(app, 2, 3);
    await savePatterns(app, 4);
    await expect(
      app.get(RequestClient).ask('questions.list', {}, { deadlineMs: 100 }),
    ).rejects.toBeInstanceOf(ServiceUnavailable);
    await nats.restart();
    await waitFor(() => [2, 3, 4].every((id) => heard.includes(id)), {
      describe: 'the events of the meantime',
      timeoutMs: 20_000,
    });
    await waitFor(async () => (await count(app, 'outbox_message where published_at is null')) === 0, {
      describe: 'an empty outbox',
    });
    // the answering service has a connection of its own, which may reconnect later
    const client = app.get(RequestClient);
    const ask = async (): Promise<unknown> => client.ask('questions.list', {}).catch(() => undefined);
    await waitFor(async () => (await ask()) !== undefined, { describe: 'an answer' });
    expect(await ask()).toEqual({ questions: [] });
  });

  it('is reported as an outage, not as a late reply, to a caller that waits', async () => {
    app = await startService({ nats: nats.url, database: database.url, times, controllers: [Listener] });
    const client = app.get(RequestClient);
    const waits = client.ask('patterns.get', { id: 1 }, { deadlineMs: 50_000 });
    const told = expect(waits).rejects.toBeInstanceOf(ServiceUnavailable);
    await waitFor(() => asked === 1, { describe: 'the request to arrive' });
    await nats.kill();
    await told;
    const short = client.ask('patterns.get', { id: 1 }, { deadlineMs: 1_500 });
    await expect(short).rejects.toBeInstanceOf(ServiceUnavailable);
  });

  it('of a moment is reported as an outage where it lost a reply', async () => {
    app = await startService({ nats: nats.url, database: database.url, times, controllers: [Listener] });
    const waits = app.get(RequestClient).ask('patterns.get', { id: 1 }, { deadlineMs: 6_000 });
    const told = expect(waits).rejects.toThrow(/connection to NATS was lost during patterns.get/);
    await waitFor(() => asked === 1, { describe: 'the request to arrive' });
    await nats.restart();
    await told;
  });

  it('that loses the store: streams and consumers are created again', async () => {
    app = await startService({ nats: nats.url, database: database.url, times, controllers: [Listener] });
    await savePatterns(app, 1);
    await waitFor(() => heard.includes(1), { describe: 'the first event' });
    const admin = await connect({ servers: nats.url });
    const { streams } = await jetstreamManager(admin);
    await Promise.all([streams.delete('EVENTS'), streams.delete('JOBS')]);
    await admin.close();
    await nats.restart();
    await savePatterns(app, 2);
    await waitFor(() => heard.includes(2), { describe: 'the event after it', timeoutMs: 30_000 });
  });

  it('that loses unread messages: they are published again, and have their effect once', async () => {
    app = await startService({ nats: nats.url, database: database.url, times, controllers: [Listener] });
    await savePatterns(app, 1, 2);
    await waitFor(() => heard.length === 2, { describe: 'both events' });
    await waitFor(async () => (await count(app, 'stream_seen where last_seq > 0')) === 1, {
      describe: 'the stream to be seen',
    });
    const admin = await connect({ servers: nats.url });
    const { streams } = await jetstreamManager(admin);
    await streams.delete('EVENTS');
    const late: number[] = [];
    const subscription = admin.subscribe('pattern.saved', {
      callback: (_error, message) => {
        late.push(message.json<PatternSaved>().pattern_id);
      },
    });
    await waitFor(() => late.includes(1) && late.includes(2), {
      describe: 'the events to be published again',
      timeoutMs: 20_000,
    });
    subscription.unsubscribe();
    await admin.close();
  });

  it('of the streams alone: they are created again', async () => {
    app = await startService({ nats: nats.url, database: database.url, times, controllers: [Listener] });
    await savePatterns(app, 1);
    await waitFor(() => heard.includes(1), { describe: 'the first event' });
    const admin = await connect({ servers: nats.url });
    const { streams, consumers } = await jetstreamManager(admin);
    await consumers.delete('EVENTS', 'tester-pattern-saved');
    await savePatterns(app, 2);
    await waitFor(() => heard.includes(2), { describe: 'the event after the consumer', timeoutMs: 20_000 });
    await streams.delete('EVENTS');
    await savePatterns(app, 3);
    await waitFor(() => heard.includes(3), { describe: 'the event after the stream', timeoutMs: 20_000 });
    await admin.close();
  });

  it('of 10 s without a reply, longer than a publication waits: work is resumed', async () => {
    app = await startService({ nats: nats.url, database: database.url, times, controllers: [Listener] });
    await nats.kill('SIGSTOP');
    await savePatterns(app, 1);
    await expect(app.get(RequestClient).ask('questions.list', {}, { deadlineMs: 500 })).rejects.toThrow();
    await delay(10_000);
    await nats.kill('SIGCONT');
    await savePatterns(app, 2);
    await waitFor(() => heard.length >= 2, { describe: 'both events', timeoutMs: 30_000 });
    expect(heard.toSorted()).toEqual([1, 2]);
  });

  it('does not follow where several services create the same streams at once', async () => {
    const services = await Promise.all(
      ['a', 'b', 'c', 'd'].map((service) =>
        startService({ nats: nats.url, database: database.url, service, times, controllers: [Listener] }),
      ),
    );
    app = services[0]!;
    await savePatterns(app, 1);
    await waitFor(() => heard.length === 4, { describe: 'each service to hear it' });
    await Promise.all(services.slice(1).map((service) => service.close()));
  });
});
