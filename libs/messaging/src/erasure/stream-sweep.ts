import {
  AckPolicy,
  DeliverPolicy,
  JetStreamApiCodes,
  JetStreamApiError,
  jetstreamManager,
} from '@nats-io/jetstream';
import type { JetStreamManager, JsMsg } from '@nats-io/jetstream';
import { headers, nanos } from '@nats-io/transport-node';
import { randomUUID } from 'node:crypto';
import type { NatsConnectionManager } from '../connection/nats-connection.ts';
import { attempt, breather } from './bounded-look.ts';

const pageSize = 500;
const waitMs = 5_000;

/** A durable consumer of a subject, and the last message up to which it has settled all. */
export interface Reader {
  readonly name: string;
  readonly settledTo: number;
}

/** Every message that a stream holds of one subject, oldest first, from `from` on. */
export async function* messagesOf(
  broker: NatsConnectionManager,
  stream: string,
  subject: string,
  from = 1,
): AsyncGenerator<JsMsg> {
  const manager = await jetstreamManager(await broker.connected());
  const { name } = await manager.consumers.add(stream, {
    filter_subject: subject,
    ack_policy: AckPolicy.None,
    deliver_policy: DeliverPolicy.StartSequence,
    opt_start_seq: Math.max(1, from),
    inactive_threshold: nanos(60_000),
    mem_storage: true,
  });
  try {
    const consumer = await (await broker.jetstream()).consumers.get(stream, name);
    // What is published while this reads is another reading's.
    const { state } = await manager.streams.info(stream);
    for (let left = (await consumer.info()).num_pending; left > 0;) {
      const pull = await consumer.fetch({ max_messages: Math.min(left, pageSize), expires: waitMs });
      let came = 0;
      for await (const message of pull) {
        came += 1;
        left = message.seq < state.last_seq ? message.info.pending : 0;
        yield message;
      }
      if (came === 0) {
        left = (await consumer.info()).num_pending;
      }
    }
  } finally {
    await manager.consumers.delete(stream, name).catch(() => false);
  }
}

/** The durable consumers of a subject. One that is nobody's any more is waited for like any other: delete it. */
export async function readersOf(
  broker: NatsConnectionManager,
  stream: string,
  subject: string,
): Promise<Reader[]> {
  const manager = await jetstreamManager(await broker.connected());
  const readers: Reader[] = [];
  for await (const { name, config, ack_floor } of manager.consumers.list(stream)) {
    const filters = config.filter_subjects ?? [config.filter_subject ?? '>'];
    if (config.durable_name !== undefined && filters.some((filter) => takes(filter, subject))) {
      readers.push({ name, settledTo: ack_floor.stream_seq });
    }
  }
  return readers;
}

/** Whether a filter of subjects, with its wildcards, lets a subject through. */
export function takes(filter: string, subject: string): boolean {
  const wanted = filter === '' ? ['>'] : filter.split('.');
  const given = subject.split('.');
  const rest = wanted.indexOf('>');
  return rest >= 0
    ? given.length > rest && wanted.slice(0, rest).every((part, at) => part === '*' || part === given[at])
    : wanted.length === given.length && wanted.every((part, at) => part === '*' || part === given[at]);
}

/** Deletes a message so that its bytes are written over on disk; one that is gone already is none to delete. */
export async function deleteSecurely(manager: JetStreamManager, stream: string, seq: number): Promise<void> {
  try {
    await manager.streams.deleteMessage(stream, seq, true);
  } catch (error) {
    const isGone =
      error instanceof JetStreamApiError &&
      (error.code === JetStreamApiCodes.NoMessageFound || error.code === noMessageToDelete);
    if (!isGone) {
      throw error;
    }
  }
}

/** JSStreamMsgDeleteFailedF of nats-server, of which the library has no name. */
const noMessageToDelete = 10_057;

/**
 * Deletes, securely, what a stream holds of a subject and `rewrite` would change. Where a consumer has not settled it
 * yet, the rewritten message is published first, under the same `ce-id`. One that cannot be looked at goes whole.
 */
export async function sweepSubject(
  broker: NatsConnectionManager,
  stream: string,
  subject: string,
  rewrite: (body: string) => string,
): Promise<void> {
  const manager = await jetstreamManager(await broker.connected());
  const readers = await readersOf(broker, stream, subject);
  const breathe = breather();
  for await (const message of messagesOf(broker, stream, subject)) {
    await breathe();
    const body = message.string();
    const kept = attempt(() => rewrite(body));
    if (kept !== body) {
      if (kept !== undefined && readers.some(({ settledTo }) => settledTo < message.seq)) {
        await publishInstead(broker, message, kept);
      }
      await deleteSecurely(manager, stream, message.seq);
    }
  }
}

async function publishInstead(broker: NatsConnectionManager, message: JsMsg, body: string): Promise<void> {
  const head = headers();
  for (const key of message.headers?.keys() ?? []) {
    if (!key.startsWith('Nats-')) {
      head.set(key, message.headers?.get(key) ?? '');
    }
  }
  // To JetStream it is another message, which the duplicate window does not swallow.
  await (await broker.jetstream()).publish(message.subject, body, { headers: head, msgID: randomUUID() });
}
