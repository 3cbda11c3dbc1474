import { once } from 'node:events';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { connect, createInbox, headers } from '@nats-io/transport-node';
import type { NatsConnection } from '@nats-io/transport-node';
import type { INestApplication } from '@nestjs/common';
import { Controller } from '@nestjs/common';
import { DeadlineExceeded, requestAbandonedSubject } from '@warren/contracts';
import type { ReplyOf, RequestOf } from '@warren/contracts';
import { startTestNats, waitFor } from '@warren/testing';
import type { Nats } from '@warren/testing';
import { Answers, RequestClient } from '../src/index.ts';
import { startService } from './support.ts';

/** The signal of each request in progress, by the requested id, and when it fired. */
const signals = new Map<number, AbortSignal>();
const firedAt = new Map<number, number>();

@Controller()
class Holder {
  /** Answers only when its signal fires. */
  @Answers('members.erase')
  async erase({ id }: RequestOf<'members.erase'>, signal: AbortSignal): Promise<ReplyOf<'members.erase'>> {
    signals.set(id, signal);
    await once(signal, 'abort');
    firedAt.set(id, performance.now());
    throw signal.reason;
  }

  @Answers('questions.list')
  async list(): Promise<ReplyOf<'questions.list'>> {
    return Promise.resolve({ questions: [] });
  }
}

describe('an abandoned request', () => {
  let nats: Nats;
  let replicas: INestApplication[];
  let client: RequestClient;
  let other: NatsConnection;
  const lines: string[] = [];

  beforeAll(async () => {
    nats = await startTestNats();
    const controllers = [Holder];
    replicas = await Promise.all([
      startService({ nats: nats.url, controllers, lines }),
      startService({ nats: nats.url, controllers, lines }),
    ]);
    client = replicas[0]!.get(RequestClient);
    other = await connect({ servers: nats.url });
  });

  afterAll(async () => {
    await other.close();
    await Promise.all(replicas.map((replica) => replica.close()));
    await nats.stop();
  });

  beforeEach(() => {
    signals.clear();
    firedAt.clear();
    lines.length = 0;
  });

  async function taken(...ids: number[]): Promise<void> {
    await waitFor(() => ids.every((id) => signals.has(id)), { describe: 'the requests to arrive' });
  }

  async function fired(id: number): Promise<number> {
    return waitFor(() => firedAt.get(id), { describe: `the signal of ${id} to fire` });
  }

  /** A request of a client that never announces that it gave up. */
  function publish(id: number, reply: string, deadlineMs?: string): void {
    const head = headers();
    if (deadlineMs !== undefined) {
      head.set('deadline-ms', deadlineMs);
    }
    const packet = { id: `request ${id}`, pattern: 'members.erase', data: { id } };
    other.publish('members.erase', JSON.stringify(packet), { reply, headers: head });
  }

  it('ends at once for the caller that is aborted, and for its handler', async () => {
    const stop = new AbortController();
    const reason = new Error('enough');
    const asking = client.ask('members.erase', { id: 1 }, { signal: stop.signal });
    const ended = expect(asking).rejects.toBe(reason);
    await taken(1);
    const aborted = performance.now();
    stop.abort(reason);
    await ended;
    expect(performance.now() - aborted).toBeLessThan(1_000);
    expect((await fired(1)) - aborted).toBeLessThan(1_000);
    // A handler that was stopped has not failed.
    expect(lines).not.toContainEqual(expect.stringContaining('members.erase failed'));
  });

  it('is none where its reply has no inbox, as of what JetStream delivers', async () => {
    publish(700, 'elsewhere');
    publish(701, createInbox());
    await taken(701);
    expect(signals.has(700)).toBe(false);
  });

  it('is the only one that ends, whichever replica handles it', async () => {
    const stops = Array.from({ length: 8 }, () => new AbortController());
    const asking = stops.map(({ signal }, at) => client.ask('members.erase', { id: at + 1 }, { signal }));
    const ended = Promise.allSettled(asking);
    await taken(1, 2, 3, 4, 5, 6, 7, 8);
    stops[2]!.abort();
    stops[5]!.abort();
    await Promise.all([fired(3), fired(6)]);
    expect(await client.ask('questions.list', {})).toEqual({ questions: [] });
    expect([...firedAt.keys()].sort()).toEqual([3, 6]);
    stops.forEach((stop) => stop.abort());
    await ended;
    await Promise.all([1, 2, 4, 5, 7, 8].map(fired));
  });

  it('ends for its handler at the caller’s deadline, which is sent with the request', async () => {
    const deadlines: (string | undefined)[] = [];
    const hearing = other.subscribe('members.erase', {
      callback: (_error, message) => void deadlines.push(message.headers?.get('deadline-ms')),
    });
    await other.flush();
    const started = performance.now();
    const asking = client.ask('members.erase', { id: 1 }, { deadlineMs: 300 });
    await expect(asking).rejects.toBeInstanceOf(DeadlineExceeded);
    expect((await fired(1)) - started).toBeGreaterThan(290);
    await other.flush();
    expect(deadlines).toEqual(['300']);
    hearing.unsubscribe();
  });

  it('ends at its deadline where the caller vanished', async () => {
    const started = performance.now();
    publish(1, createInbox(), '300');
    await taken(1);
    expect((await fired(1)) - started).toBeGreaterThan(290);
    expect(signals.get(1)!.reason).toBeInstanceOf(DeadlineExceeded);
  });

  it('is not begun where its caller gave up before it arrived', async () => {
    const reply = createInbox();
    const replies = other.subscribe(reply, { max: 1 });
    publish(1, reply);
    other.publish(requestAbandonedSubject, JSON.stringify({ reply_to: reply }));
    // A handler that was begun would not answer this.
    for await (const message of replies) {
      expect(message.json()).toMatchObject({ err: { name: 'InternalError' } });
    }
    expect(signals.size).toBe(0);
  });

  it('is announced only where it was not answered', async () => {
    const told: string[] = [];
    const hearing = other.subscribe(requestAbandonedSubject, {
      callback: (_error, message) => void told.push(message.string()),
    });
    await other.flush();
    const stop = new AbortController();
    await client.ask('questions.list', {}, { signal: stop.signal });
    await expect(client.ask('members.get', { id: 1 }, { signal: stop.signal })).rejects.toThrow();
    stop.abort();
    await expect(client.ask('questions.list', {}, { signal: stop.signal })).rejects.toThrow();
    await expect(client.ask('members.erase', { id: 2 }, { deadlineMs: 50 })).rejects.toThrow();
    await waitFor(() => told.length > 0, { describe: 'the one that was late' });
    hearing.unsubscribe();
    expect(told).toEqual([expect.stringMatching(/^\{"reply_to":"_INBOX\..+"\}$/)]);
  });

  it('is not affected by an announcement that is unreadable, or about no request here', async () => {
    for (const body of ['', 'not JSON', '{}', '{"reply_to":""}', '{"reply_to":"_INBOX.unknown"}', '[1]']) {
      other.publish(requestAbandonedSubject, body);
    }
    await other.flush();
    const stop = new AbortController();
    const ended = expect(client.ask('members.erase', { id: 1 }, { signal: stop.signal })).rejects.toThrow();
    await taken(1);
    expect(await client.ask('questions.list', {})).toEqual({ questions: [] });
    expect(signals.get(1)!.aborted).toBe(false);
    stop.abort();
    await Promise.all([ended, fired(1)]);
  });
});
