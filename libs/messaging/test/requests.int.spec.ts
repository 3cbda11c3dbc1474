import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { INestApplication } from '@nestjs/common';
import { Controller } from '@nestjs/common';
import {
  DeadlineExceeded,
  InternalError,
  InvalidRequest,
  PatternNotFound,
  ServiceUnavailable,
} from '@warren/contracts';
import type { ReplyOf, RequestOf } from '@warren/contracts';
import { startTestNats, waitFor } from '@warren/testing';
import type { Nats } from '@warren/testing';
import { Answers, NatsConnectionManager, RequestClient, traceparent, withTrace } from '../src/index.ts';
import { startService } from './support.ts';

const traces: string[] = [];
const long = 'Où êtes-vous né ? 🌿 '.repeat(2_000);

@Controller()
class Questions {
  @Answers('questions.list')
  async list({ pattern_id, limit }: RequestOf<'questions.list'>): Promise<ReplyOf<'questions.list'>> {
    traces.push(traceparent());
    const questions = Array.from({ length: limit }, (_, at) => ({
      id: at + 1,
      pattern_id: pattern_id ?? 1,
      pattern_name: 'Makers',
      text: limit > 10 ? long : 'Where do you work?',
      related_member_ids: [1, 2],
      created_at: '2026-11-22T10:00:00.000Z',
    }));
    return Promise.resolve({ questions });
  }

  @Answers('patterns.get')
  async get({ id }: RequestOf<'patterns.get'>): Promise<ReplyOf<'patterns.get'>> {
    return Promise.reject(PatternNotFound.of(id));
  }

  @Answers('runs.get')
  async run(): Promise<ReplyOf<'runs.get'>> {
    return Promise.reject(new Error('password=secret'));
  }

  @Answers('members.erase')
  async erase(): Promise<ReplyOf<'members.erase'>> {
    return new Promise(() => undefined);
  }
}

describe('requests', () => {
  let nats: Nats;
  let app: INestApplication;
  let client: RequestClient;

  beforeAll(async () => {
    nats = await startTestNats();
    app = await startService({ nats: nats.url, controllers: [Questions] });
    client = app.get(RequestClient);
  });

  afterAll(async () => {
    await app.close();
    await nats.stop();
  });

  it('answers with the typed reply and fills in the defaults of the request', async () => {
    const { questions } = await client.ask('questions.list', { pattern_id: 7, limit: 2 });
    expect(questions.map(({ id, pattern_id }) => [id, pattern_id])).toEqual([
      [1, 7],
      [2, 7],
    ]);
  });

  it.each(['{"id":', 'null', '{"id":5}', '{"pattern":"questions.list","data":{}}', ''])(
    'rejects %j at once as no request',
    async (body) => {
      const connection = await app.get(NatsConnectionManager).connected();
      const reply = await connection.request('questions.list', body, { timeout: 2_000 });
      expect(reply.json()).toMatchObject({ err: { name: 'InvalidRequest' }, isDisposed: true });
    },
  );

  it.each([
    ['questions.list', { pattern_id: 2_147_483_648 }, 'pattern_id'],
    ['patterns.get', { id: 2_147_483_648 }, 'id'],
  ])('rejects an id that no %s can have', async (pattern, data, field) => {
    const connection = await app.get(NatsConnectionManager).connected();
    const packet = JSON.stringify({ id: '1', pattern, data });
    const reply = await connection.request(pattern, packet, { timeout: 2_000 });
    expect(reply.json()).toMatchObject({ err: { name: 'InvalidRequest', details: { errors: [{ field }] } } });
  });

  it('carries the trace of the caller to the handler', async () => {
    const header = `00-${'a'.repeat(32)}-${'b'.repeat(16)}-01`;
    await withTrace(header, () => client.ask('questions.list', { limit: 1 }));
    expect(traces.at(-1)).toBe(header);
  });

  it('delivers a reply of 3 MB whole, in parts', async () => {
    const { questions } = await client.ask('questions.list', { limit: 60 });
    expect(Buffer.byteLength(JSON.stringify(questions))).toBeGreaterThan(3_000_000);
    expect(questions.every(({ text }) => text === long)).toBe(true);
  });

  it('throws a ServiceError as the class and with the details it was thrown with', async () => {
    const error: unknown = await client.ask('patterns.get', { id: 42 }).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(PatternNotFound);
    expect(error).toMatchObject({ message: 'There is no pattern 42.', details: { pattern_id: 42 } });
  });

  it('hides the message of an unexpected error', async () => {
    const error: unknown = await client.ask('runs.get', { id: 1 }).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(InternalError);
    expect(JSON.stringify(error) + String(error)).not.toContain('secret');
  });

  it('gives up at the deadline', async () => {
    const started = performance.now();
    await expect(client.ask('members.erase', { id: 1 }, { deadlineMs: 200 })).rejects.toBeInstanceOf(
      DeadlineExceeded,
    );
    expect(performance.now() - started).toBeGreaterThan(190);
  });

  it('fails at once where no service answers', async () => {
    const started = performance.now();
    await expect(client.ask('members.get', { id: 1 })).rejects.toBeInstanceOf(ServiceUnavailable);
    expect(performance.now() - started).toBeLessThan(5_000);
  });

  it('rejects an invalid request before it is sent, field by field', async () => {
    const error: unknown = await client.ask('patterns.get', { id: -1 }).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(InvalidRequest);
    expect(error).toMatchObject({ details: { errors: [{ field: 'id' }] } });
  });

  it('rejects an invalid request of another client on receipt, field by field', async () => {
    const { connect } = await import('@nats-io/transport-node');
    const other = await connect({ servers: nats.url });
    const reply = await other.request(
      'patterns.get',
      JSON.stringify({ id: 'x', pattern: 'patterns.get', data: { id: 'abc' } }),
    );
    await other.close();
    expect(reply.json()).toMatchObject({
      err: { name: 'InvalidRequest', details: { errors: [{ field: 'id' }] } },
    });
  });

  it('rejects a request larger than NATS carries instead of losing it', async () => {
    const rows = Array.from({ length: 100 }, (_, line) => ({
      line,
      member: { external_id: String(line), bio: 'b'.repeat(15_000) },
    }));
    await expect(client.ask('members.import', { import_id: null, rows })).rejects.toBeInstanceOf(
      InvalidRequest,
    );
  });

  it('gives each request to one of two replicas', async () => {
    const second = await startService({ nats: nats.url, controllers: [Questions] });
    const before = traces.length;
    await Promise.all(Array.from({ length: 20 }, () => client.ask('questions.list', { limit: 1 })));
    await second.close();
    expect(traces.length - before).toBe(20);
  });

  it('finishes the requests in flight when it is closed', async () => {
    const second = await startService({ nats: nats.url, service: 'second', controllers: [Slow] });
    const answers = Array.from({ length: 5 }, () => client.ask('patterns.list', {}));
    await Slow.begun;
    await second.close();
    expect(await Promise.all(answers)).toHaveLength(5);
  });
});

const begun: { tell: () => void } = { tell: () => undefined };

@Controller()
class Slow {
  static readonly begun = new Promise<void>((resolve) => {
    begun.tell = resolve;
  });

  @Answers('patterns.list')
  async list(): Promise<ReplyOf<'patterns.list'>> {
    begun.tell();
    await new Promise((resolve) => setTimeout(resolve, 300));
    return { patterns: [], total: 0, next: null };
  }
}

describe('more requests than a service answers at once', () => {
  it('are rejected for a retry, until one in flight has ended', async () => {
    const nats = await startTestNats();
    const app = await startService({ nats: nats.url, controllers: [Questions], times: { maxRequests: 2 } });
    const client = app.get(RequestClient);
    const late = Promise.allSettled(
      [1, 2].map(async (id) => client.ask('members.erase', { id }, { deadlineMs: 1_500 })),
    );
    await waitFor(
      async () =>
        client.ask('questions.list', { limit: 1 }).then(
          () => false,
          (error: unknown) =>
            error instanceof ServiceUnavailable && error.message.includes('retry questions.list'),
        ),
      { describe: 'a request to be rejected' },
    );
    expect((await late).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect((await client.ask('questions.list', { limit: 1 })).questions).toHaveLength(1);
    await app.close();
    await nats.stop();
  });
});
