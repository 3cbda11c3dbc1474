import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { jetstreamManager } from '@nats-io/jetstream';
import { connect, headers } from '@nats-io/transport-node';
import type { NatsConnection } from '@nats-io/transport-node';
import type { INestApplication } from '@nestjs/common';
import { Controller } from '@nestjs/common';
import type { MembersChanged, PatternSaved } from '@warren/contracts';
import { createTestDatabase, startTestNats, waitFor } from '@warren/testing';
import type { Nats, TestDatabase } from '@warren/testing';
import { Consumes, JetStreamContext, ParkedMessage, RetryLater, traceparent } from '../src/index.ts';
import { count, createService, emOf, makeTables, patternSaved, startService } from './support.ts';

type Handler = (body: PatternSaved, context: JetStreamContext) => Promise<void>;

/** Behaviour of the consumer for each pattern; the tests set it. */
const behaviour = new Map<number, Handler>();
const handled: { id: number; at: number }[] = [];

@Controller()
class Listener {
  @Consumes('pattern.saved')
  async saved(body: PatternSaved, context: JetStreamContext): Promise<void> {
    handled.push({ id: body.pattern_id, at: performance.now() });
    await behaviour.get(body.pattern_id)?.(body, context);
  }
}

const begun: { tell: () => void } = { tell: () => undefined };

/** Works on its message until it is asked to stop, and a little longer. */
@Controller()
class Leaver {
  static readonly begun = new Promise<void>((resolve) => {
    begun.tell = resolve;
  });
  static readonly finished: number[] = [];

  @Consumes('members.changed')
  async changed(body: MembersChanged, context: JetStreamContext): Promise<void> {
    begun.tell();
    await waitFor(() => context.signal.aborted, { describe: 'the request to stop' });
    await new Promise((resolve) => setTimeout(resolve, 200));
    Leaver.finished.push(body.revision);
  }
}

const deliveriesOf = (id: number) => handled.filter((one) => one.id === id);

describe('a @Consumes handler', () => {
  let nats: Nats;
  let database: TestDatabase;
  let app: INestApplication;
  let other: NatsConnection;
  let next = 100;

  beforeAll(async () => {
    nats = await startTestNats();
    database = await createTestDatabase();
    const setUp = await createService({ nats: nats.url, database: database.url });
    await makeTables(setUp);
    await setUp.close();
    app = await startService({
      nats: nats.url,
      database: database.url,
      controllers: [Listener],
      times: { ackWaitMs: 1_500, heartbeatMs: 300, maxAttempts: 3, pollMs: 100 },
    });
    other = await connect({ servers: nats.url });
  });

  afterAll(async () => {
    await other.close();
    await app.close();
    await nats.stop();
    await database.drop();
  });

  beforeEach(() => {
    next += 1;
  });

  async function state(): Promise<{ waiting: number; unacknowledged: number }> {
    const { consumers } = await jetstreamManager(other);
    const info = await consumers.info('EVENTS', 'tester-pattern-saved');
    return { waiting: info.num_pending, unacknowledged: info.num_ack_pending };
  }

  async function settled(): Promise<void> {
    await waitFor(
      async () => {
        const { waiting, unacknowledged } = await state();
        return waiting + unacknowledged === 0;
      },
      { describe: 'every message to be settled', timeoutMs: 20_000 },
    );
  }

  it('acknowledges a message after the handler has returned, not before', async () => {
    const gate: { open: () => void } = { open: () => undefined };
    const opened = new Promise<void>((resolve) => {
      gate.open = resolve;
    });
    behaviour.set(next, async () => opened);
    other.publish('pattern.saved', JSON.stringify(patternSaved(next)));
    await waitFor(() => deliveriesOf(next).length === 1, { describe: 'the delivery' });
    expect(await state()).toEqual({ waiting: 0, unacknowledged: 1 });
    gate.open();
    await settled();
    expect(deliveriesOf(next)).toHaveLength(1);
  });

  it('runs under the trace and knows the id of the message', async () => {
    const head = headers();
    const trace = `00-${'c'.repeat(32)}-${'d'.repeat(16)}-01`;
    head.set('traceparent', trace);
    head.set('ce-id', 'event-7');
    const seen: string[] = [];
    behaviour.set(next, async (_body, context) => {
      seen.push(traceparent(), context.messageId, context.subject);
      return Promise.resolve();
    });
    other.publish('pattern.saved', JSON.stringify(patternSaved(next)), { headers: head });
    await waitFor(() => seen.length > 0, { describe: 'the delivery' });
    expect(seen).toEqual([trace, 'event-7', 'pattern.saved']);
  });

  it('distinguishes messages that have headers, but no id', async () => {
    const head = headers();
    head.set('content-type', 'application/json');
    const seen: string[] = [];
    behaviour.set(next, async (_body, context) => Promise.resolve(void seen.push(context.messageId)));
    for (let copy = 0; copy < 2; copy += 1) {
      other.publish('pattern.saved', JSON.stringify(patternSaved(next)), { headers: head });
    }
    await waitFor(() => seen.length === 2, { describe: 'both deliveries' });
    expect(new Set(seen).size).toBe(2);
    expect(seen[0]).toMatch(/^EVENTS-\d+-\d+$/);
  });

  it('parks a message with a generated id, where its own cannot be stored', async () => {
    const head = headers();
    head.set('ce-id', 'x'.repeat(300));
    other.publish('pattern.saved', JSON.stringify({ ...patternSaved(next), name: 'cut \ud83d' }), {
      headers: head,
    });
    await settled();
    const [parked] = await emOf(app).find(ParkedMessage, { messageId: { $like: 'EVENTS-%' } });
    expect(parked?.reason).toMatch(/name: .*cannot be stored.*take it out/);
    expect(deliveriesOf(next)).toHaveLength(0);
  });

  it('is called again with growing delay where it fails, and the message is parked with the reason', async () => {
    behaviour.set(next, async () => Promise.reject(new Error('the kettle is empty')));
    other.publish('pattern.saved', JSON.stringify(patternSaved(next)));
    const parked = await waitFor(
      async () => emOf(app).findOne(ParkedMessage, { reason: 'Error: the kettle is empty' }),
      { describe: 'the parked message', timeoutMs: 20_000 },
    );
    expect(JSON.parse(parked.body)).toEqual(patternSaved(next));
    const times = deliveriesOf(next).map(({ at }) => at);
    expect(times).toHaveLength(3);
    const [first = 0, second = 0] = times.slice(1).map((at, index) => at - (times[index] ?? 0));
    // half a second, then twice that: a machine with other work makes each longer, never shorter
    expect(first).toBeGreaterThan(450);
    expect(second).toBeGreaterThan(950);
    await settled();
    expect(await count(app, 'failing_message')).toBe(0);
  });

  it('deletes the failures of a message that was handled in the end', async () => {
    behaviour.set(next, async (body) =>
      deliveriesOf(body.pattern_id).length < 2 ? Promise.reject(new Error('once')) : Promise.resolve(),
    );
    other.publish('pattern.saved', JSON.stringify(patternSaved(next)));
    await waitFor(() => deliveriesOf(next).length === 2, { describe: 'the second delivery' });
    await settled();
    await waitFor(async () => (await count(app, 'failing_message')) === 0, { describe: 'forgetting' });
    expect(deliveriesOf(next)).toHaveLength(2);
  });

  it('does not count RetryLater as a failure', async () => {
    behaviour.set(next, async (body) => {
      const times = deliveriesOf(body.pattern_id).length;
      if (times <= 5) {
        throw new RetryLater(20, 'another worker has it');
      }
      return times === 6 ? Promise.reject(new Error('one real failure')) : Promise.resolve();
    });
    const before = await count(app, 'parked_message');
    other.publish('pattern.saved', JSON.stringify(patternSaved(next)));
    await waitFor(() => deliveriesOf(next).length === 7, { describe: 'seven deliveries' });
    await settled();
    expect(await count(app, 'parked_message')).toBe(before);
  });

  it('parks an unreadable message with the reason, and handles the next one', async () => {
    const before = await count(app, 'parked_message');
    other.publish('pattern.saved', '{"first_name": Wenzeslaus \u0000');
    other.publish('pattern.saved', JSON.stringify({ ...patternSaved(next), category: 'gossip' }));
    other.publish('pattern.saved', JSON.stringify(patternSaved(next)));
    await waitFor(() => deliveriesOf(next).length === 1, { describe: 'the readable message' });
    await waitFor(async () => (await count(app, 'parked_message')) === before + 2, { describe: 'two rows' });
    const reasons = (await emOf(app).findAll(ParkedMessage)).map(({ reason }) => reason);
    expect(reasons).toContainEqual(expect.stringMatching(/UnreadableMessage: the body is not JSON/));
    expect(reasons.join()).not.toMatch(/Wenz/);
    expect(reasons).toContainEqual(expect.stringMatching(/UnreadableMessage: category: /));
    await settled();
  });

  it('keeps a message in flight for longer than the ack wait while it works', async () => {
    behaviour.set(next, async (body) => {
      const started = deliveriesOf(body.pattern_id)[0]?.at ?? 0;
      await waitFor(() => performance.now() - started > 3_500, { describe: 'the long work' });
    });
    other.publish('pattern.saved', JSON.stringify(patternSaved(next)));
    await waitFor(() => deliveriesOf(next).length === 1, { describe: 'the delivery' });
    await settled();
    expect(deliveriesOf(next)).toHaveLength(1);
  });

  it('loses its message where a heartbeat hook says that the work is no longer its own', async () => {
    behaviour.set(next, async (body, context) => {
      if (deliveriesOf(body.pattern_id).length === 1) {
        context.beforeHeartbeat.push(async () => Promise.reject(new Error('the lease is lost')));
        await waitFor(() => deliveriesOf(body.pattern_id).length === 2, { describe: 'the second delivery' });
      }
    });
    other.publish('pattern.saved', JSON.stringify(patternSaved(next)));
    await waitFor(() => deliveriesOf(next).length === 2, { describe: 'a second delivery' });
    await settled();
  });

  it('finishes and acknowledges the message in flight at a shutdown, and accepts no new one', async () => {
    const leaver = await startService({
      nats: nats.url,
      database: database.url,
      service: 'leaver',
      controllers: [Leaver],
      times: { concurrency: 1 },
    });
    const batch = { revision: 1, changed: 1, erased_member_ids: [] };
    other.publish('members.changed', JSON.stringify(batch));
    other.publish('members.changed', JSON.stringify({ ...batch, revision: 2 }));
    await Leaver.begun;
    const started = performance.now();
    await leaver.close();
    expect(performance.now() - started).toBeLessThan(4_000);
    expect(Leaver.finished).toEqual([1]);
    const { consumers } = await jetstreamManager(other);
    const info = await consumers.info('EVENTS', 'leaver-members-changed');
    expect([info.num_ack_pending, info.num_pending]).toEqual([0, 1]);
  });

  it('stops an idle service at once', async () => {
    const idle = await startService({ nats: nats.url, database: database.url, controllers: [Listener] });
    await settled();
    const started = performance.now();
    await idle.close();
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});
