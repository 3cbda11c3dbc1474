import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { connect } from '@nats-io/transport-node';
import type { NatsConnection } from '@nats-io/transport-node';
import type { INestApplication } from '@nestjs/common';
import { Controller } from '@nestjs/common';
import { DeadlineExceeded, ServiceUnavailable } from '@warren/contracts';
import type { ReplyOf } from '@warren/contracts';
import { type Nats, startTestNats, waitFor } from '@warren/testing';
import { Answers, RequestClient } from '../src/index.ts';
import { startService } from './support.ts';

const silenceMs = 500;

@Controller()
class Slow {
  @Answers('members.erase')
  async erase(): Promise<ReplyOf<'members.erase'>> {
    const started = performance.now();
    await waitFor(() => performance.now() - started > 4 * silenceMs, { describe: 'the slow work' });
    return { erased: true };
  }

  @Answers('patterns.get')
  async neverAnswered(): Promise<ReplyOf<'patterns.get'>> {
    return new Promise(() => undefined);
  }
}

describe('who works on a request', () => {
  let nats: Nats;
  let other: NatsConnection;
  let app: INestApplication;
  let client: RequestClient;

  beforeAll(async () => {
    nats = await startTestNats();
    other = await connect({ servers: nats.url });
    app = await startService({ nats: nats.url, controllers: [Slow], times: { idleTimeoutMs: silenceMs } });
    client = app.get(RequestClient);
  });

  afterAll(async () => {
    await other.close();
    await app.close();
    await nats.stop();
  });

  it('is waited for while it gives signs of life', async () => {
    expect(await client.ask('members.erase', { id: 7 })).toEqual({ erased: true });
  });

  it('is waited for no longer than the deadline, whatever signs it gives', async () => {
    const waits = client.ask('patterns.get', { id: 1 }, { deadlineMs: 3 * silenceMs });
    await expect(waits).rejects.toBeInstanceOf(DeadlineExceeded);
  });

  it('is given up long before the deadline where it died with the request', async () => {
    // Takes requests, and is never heard of again.
    const dead = other.subscribe('questions.list', { queue: 'question-generator' });
    await other.flush();
    const started = performance.now();
    const waits = client.ask('questions.list', {}, { deadlineMs: 60_000 });
    await expect(waits).rejects.toBeInstanceOf(ServiceUnavailable);
    expect(performance.now() - started).toBeLessThan(10 * silenceMs);
    dead.unsubscribe();
  });

  it('sends a plain client nothing but the reply', async () => {
    const packet = { id: '1', pattern: 'members.erase', data: { id: 8 } };
    const reply = await other.request('members.erase', JSON.stringify(packet), { timeout: 10_000 });
    expect(reply.json()).toMatchObject({ id: '1', response: { part: 0 } });
  });
});
