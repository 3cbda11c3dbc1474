import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AckPolicy, jetstream, jetstreamManager } from '@nats-io/jetstream';
import type { JsMsg } from '@nats-io/jetstream';
import { connect } from '@nats-io/transport-node';
import type { NatsConnection } from '@nats-io/transport-node';
import { startSystem, waitFor } from '@warren/testing';
import type { ServiceName, System } from '@warren/testing';
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { discover, importFile, rowsOf, sample } from '../support.ts';

const Text = z.object({ text: z.string() }).transform(({ text }) => text);

describe('an event whose teller or hearer breaks', () => {
  let system: System;
  let nats: NatsConnection;

  beforeAll(async () => {
    system = await startSystem();
    nats = await connect({ servers: system.nats.url, maxReconnectAttempts: -1 });
    await importFile(system, sample);
    await replaced('pattern-finder', 'outbox.after-publish:kill@2');
    await replaced('question-generator', 'message.before-ack:kill@2');
  }, 120_000);

  afterAll(async () => {
    await nats.close();
    await system.stop();
  });

  /** Kills every process of a service and starts one that breaks at a failpoint. */
  async function replaced(name: ServiceName, failpoint: string): Promise<void> {
    for (const { pid } of system.processes().filter((process) => process.name === name)) {
      try {
        process.kill(pid, 'SIGKILL');
      } catch {
        // It has ended already.
      }
    }
    await system.start(name, { WARREN_FAILPOINT: failpoint });
    const path = name === 'pattern-finder' ? 'patterns' : 'questions';
    await waitFor(async () => (await system.call(path)).status === 200, {
      describe: `${name} to answer again`,
      timeoutMs: 30_000,
    });
  }

  async function strings(sql: string): Promise<string[]> {
    return rowsOf(system, sql, Text);
  }

  /** Every message that stands on the stream, as a consumer of one's own reads it. */
  async function onStream(): Promise<JsMsg[]> {
    const { consumers, streams } = await jetstreamManager(nats);
    const durable_name = `test-${randomUUID()}`;
    await consumers.add('EVENTS', {
      durable_name,
      filter_subject: 'pattern.saved',
      ack_policy: AckPolicy.None,
    });
    const { num_pending } = await consumers.info('EVENTS', durable_name);
    const consumer = await jetstream(nats).consumers.get('EVENTS', durable_name);
    const read: JsMsg[] = [];
    if (num_pending > 0) {
      for await (const message of await consumer.fetch({ max_messages: num_pending, expires: 5_000 })) {
        read.push(message);
      }
    }
    expect((await streams.info('EVENTS')).state.messages).toBeGreaterThanOrEqual(read.length);
    return read;
  }

  /** Waits until nothing waits: no row in an outbox, no message that the question-generator has not settled. */
  async function drained(): Promise<void> {
    await waitFor(
      async () => {
        const { consumers } = await jetstreamManager(nats);
        const waiting = await strings(
          `select count(*)::text as text from pattern_finder.outbox_message where published_at is null`,
        );
        const { num_pending, num_ack_pending } = await consumers.info(
          'EVENTS',
          'question-generator-pattern-saved',
        );
        return waiting[0] === '0' && num_pending === 0 && num_ack_pending === 0;
      },
      { describe: 'everything to be told and heard', timeoutMs: 40_000 },
    );
  }

  it('is told and has its effect once: the relay died after it published, the consumer after its effect', async () => {
    const asked = system.call('patterns/discover', { method: 'POST' });
    // Whoever supervises them starts them again.
    await waitFor(() => dead('pattern-finder'), { describe: 'the relay to die', timeoutMs: 40_000 });
    await system.start('pattern-finder');
    await waitFor(() => dead('question-generator'), { describe: 'the consumer to die', timeoutMs: 40_000 });
    await system.start('question-generator');
    await asked;
    await waitFor(
      async () =>
        (await strings(`select status as text from pattern_finder.run`)).every(
          (status) => status === 'succeeded',
        ),
      { describe: 'the run to end', timeoutMs: 40_000 },
    );
    await drained();
    const versions = await strings(
      `select pattern_id || ':' || version as text from pattern_finder.pattern_version order by 1`,
    );
    const told = (await onStream()).map((message) => {
      const { pattern_id, version } = message.json<{ pattern_id: number; version: number }>();
      return `${pattern_id}:${version}`;
    });
    expect(versions.length).toBeGreaterThanOrEqual(6);
    expect([...new Set(told)].sort()).toEqual([...versions].sort());
    const inbox = await strings(
      `select message_id as text from question_generator.inbox_message
        where message_id in (select message_id::text from pattern_finder.outbox_message where subject = 'pattern.saved')`,
    );
    expect(inbox).toHaveLength(versions.length);
    const asking = await strings(
      'select folded as text from question_generator.question where withdrawn_at is null',
    );
    expect(new Set(asking).size).toBe(asking.length);
    expect(asking.length).toBeGreaterThan(versions.length);
  }, 120_000);

  it('has no second effect when it comes again after the window in which NATS knows duplicates', async () => {
    const before = await strings('select id::text as text from question_generator.question order by id');
    for (const message of await onStream()) {
      // Another message to JetStream, the same event to who reads it.
      await jetstream(nats).publish(message.subject, message.data, {
        msgID: randomUUID(),
        headers: message.headers,
      });
    }
    await drained();
    expect(await strings('select id::text as text from question_generator.question order by id')).toEqual(
      before,
    );
  });

  it('is not told of a pattern that was not saved, and is of each that was, while NATS is killed again and again', async () => {
    const enough = new AbortController();
    const asked = (async () => {
      while (!enough.signal.aborted) {
        await system.call('patterns/refresh', { method: 'POST', headers: { prefer: 'wait=5' } });
      }
    })();
    for (let round = 0; round < 3; round += 1) {
      await discover(system).catch(() => undefined);
      await system.nats.kill('SIGKILL');
      await system.nats.restart();
    }
    enough.abort();
    await asked.catch(() => undefined);
    await waitFor(
      async () =>
        (await strings(`select status as text from pattern_finder.run`)).every(
          (status) => status === 'succeeded',
        ),
      { describe: 'every accepted run to end', timeoutMs: 60_000 },
    );
    await drained();
    const versions = await strings(
      `select pattern_id || ':' || version as text from pattern_finder.pattern_version`,
    );
    const told = (await onStream()).map((message) => {
      const { pattern_id, version } = message.json<{ pattern_id: number; version: number }>();
      return `${pattern_id}:${version}`;
    });
    expect([...new Set(told)].sort()).toEqual([...versions].sort());
  }, 150_000);

  /** Whether the process of a service that was started last has ended. */
  function dead(name: ServiceName): boolean {
    const last = system.processes().findLast((process) => process.name === name);
    try {
      process.kill(last!.pid, 0);
      return false;
    } catch {
      return true;
    }
  }
});
