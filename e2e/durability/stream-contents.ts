import { randomUUID } from 'node:crypto';
import { expect } from '@jest/globals';
import { AckPolicy, jetstream, jetstreamManager } from '@nats-io/jetstream';
import type { JsMsg } from '@nats-io/jetstream';
import type { NatsConnection } from '@nats-io/transport-node';
import { z } from 'zod';
import { waitFor } from '@warren/testing';
import type { System } from '@warren/testing';
import { rowsOf } from '../support.ts';

const Text = z.object({ text: z.string() }).transform(({ text }) => text);

/** Values of a query's only column, named `text`. */
export async function textsOf(system: System, sql: string): Promise<string[]> {
  return rowsOf(system, sql, Text);
}

/** Every `pattern.saved` on the stream, as an independent consumer reads it. */
export async function onStream(nats: NatsConnection): Promise<JsMsg[]> {
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

/** Waits until no row waits in an outbox, and the question-generator has settled every message. */
export async function drained(system: System, nats: NatsConnection): Promise<void> {
  const consumer = 'question-generator-pattern-saved';
  await waitFor(
    async () => {
      const { consumers } = await jetstreamManager(nats);
      const [waiting] = await textsOf(
        system,
        `select count(*)::text as text from pattern_finder.outbox_message where published_at is null`,
      );
      const { num_pending, num_ack_pending } = await consumers.info('EVENTS', consumer);
      return waiting === '0' && num_pending === 0 && num_ack_pending === 0;
    },
    { describe: 'everything to be published and settled', timeoutMs: 40_000 },
  );
}

/** Expects that each version of a pattern was published, no other was, and each had its effect once. */
export async function expectPublishedOnce(system: System, nats: NatsConnection): Promise<void> {
  const versions = await textsOf(
    system,
    `select pattern_id || ':' || version as text from pattern_finder.pattern_version`,
  );
  const published = (await onStream(nats)).map((message) => {
    const { pattern_id, version } = message.json<{ pattern_id: number; version: number }>();
    return `${pattern_id}:${version}`;
  });
  expect([...new Set(published)].sort()).toEqual([...versions].sort());
  const inbox = await textsOf(
    system,
    `select message_id as text from question_generator.inbox_message
      where message_id in (select message_id::text from pattern_finder.outbox_message where subject = 'pattern.saved')`,
  );
  expect(inbox).toHaveLength(versions.length);
  const asking = await textsOf(
    system,
    'select folded as text from question_generator.question where withdrawn_at is null',
  );
  expect(new Set(asking).size).toBe(asking.length);
}
