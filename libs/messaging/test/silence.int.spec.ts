import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { connect, createInbox, headers } from '@nats-io/transport-node';
import type { NatsConnection } from '@nats-io/transport-node';
import type { INestApplication } from '@nestjs/common';
import { Controller } from '@nestjs/common';
import { DeadlineExceeded, ServiceUnavailable } from '@warren/contracts';
import type { ReplyOf } from '@warren/contracts';
import { startTestNats, waitFor } from '@warren/testing';
import type { Nats } from '@warren/testing';
import { Answers, RequestClient } from '../src/index.ts';
import { startService } from './support.ts';

const idleTimeoutMs = 500;

@Controller()
class Slow {
  @Answers('members.erase')
  async erase(): Promise<ReplyOf<'members.erase'>> {
    const started = performance.now();
    await waitFor(() => performance.now() - started > 4 * idleTimeoutMs, { describe: 'the slow work' });
    return { erased: true };
  }

  @Answers('patterns.get')
  async neverAnswered(): Promise<ReplyOf<'patterns.get'>> {
    return new Promise(() => undefined);
  }
}

describe('the service that works on a request', () => {
  let nats: Nats;
  let other: NatsConnection;
  let app: INestApplication;
  let client: RequestClient;

  beforeAll(async () => {
    nats = await startTestNats();
    other = await connect({ servers: nats.url });
    app = await startService({ nats: nats.url, controllers: [Slow], times: { idleTimeoutMs } });
    client = app.get(RequestClient);
  });

  afterAll(async () => {
    await other.close();
    await app.close();
    await nats.stop();
  });

  it('is waited for while it sends keep-alive messages', async () => {
    expect(await client.ask('members.erase', { id: 7 })).toEqual({ erased: true });
  });

  it('is not waited for beyond the deadline, whatever it sends', async () => {
    const waits = client.ask('patterns.get', { id: 1 }, { deadlineMs: 3 * idleTimeoutMs });
    await expect(waits).rejects.toBeInstanceOf(DeadlineExceeded);
  });

  it('is reported as unavailable long before the deadline where it died with the request', async () => {
    // Accepts requests, and never sends anything.
    const dead = other.subscribe('questions.list', { queue: 'question-generator' });
    await other.flush();
    const started = performance.now();
    const waits = client.ask('questions.list', {}, { deadlineMs: 60_000 });
    await expect(waits).rejects.toBeInstanceOf(ServiceUnavailable);
    expect(performance.now() - started).toBeLessThan(10 * idleTimeoutMs);
    dead.unsubscribe();
  });

  it.each(['keepalive-interval-ms', 'alive-every-ms'])(
    'sends keep-alive messages as the header %s of the caller says',
    async (header) => {
      const head = headers();
      head.set(header, '50');
      const inbox = createInbox();
      const received = other.subscribe(inbox);
      const packet = { id: '1', pattern: 'members.erase', data: { id: 9 } };
      other.publish('members.erase', JSON.stringify(packet), { reply: inbox, headers: head });
      const bodies: unknown[] = [];
      for await (const message of received) {
        const body = message.json<{ response?: unknown }>();
        bodies.push(body);
        if (body.response !== undefined) {
          break;
        }
      }
      expect(bodies.length).toBeGreaterThan(10);
      expect(bodies.slice(0, -1)).toEqual(bodies.slice(0, -1).map(() => ({ alive: true })));
    },
  );

  it('sends a plain client nothing but the reply', async () => {
    const packet = { id: '1', pattern: 'members.erase', data: { id: 8 } };
    const reply = await other.request('members.erase', JSON.stringify(packet), { timeout: 10_000 });
    expect(reply.json()).toMatchObject({ id: '1', response: { part: 0 } });
  });
});
