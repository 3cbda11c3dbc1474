import { randomUUID } from 'node:crypto';
import {
  AckPolicy,
  DeliverPolicy,
  JetStreamApiCodes,
  JetStreamApiError,
  jetstreamManager,
} from '@nats-io/jetstream';
import type { JetStreamManager, JsMsg } from '@nats-io/jetstream';
import { headers, nanos } from '@nats-io/transport-node';
import type { NatsConnectionManager } from '../connection/nats-connection.ts';
import { createYield, orUndefined } from './bounded-look.ts';

const pageSize = 500;
const waitMs = 5_000;

/** Durable consumer of a subject, and the sequence up to which it has settled all messages. */
export interface Reader {
  readonly name: string;
  readonly settledTo: number;
}

/** Yields every message of one subject in a stream, oldest first, from the sequence `from` on. */
export async function* messagesOf(
  nats: NatsConnectionManager,
  stream: string,
  subject: string,
  from = 1,
): AsyncGenerator<JsMsg> {
  const manager = await jetstreamManager(await nats.connected());
  // Named, so that its subject is in the request: a service may read only its own events in this way.
  const name = `${nats.options.service}-sweep-${randomUUID()}`;
  await manager.consumers.add(stream, {
    name,
    filter_subject: subject,
    ack_policy: AckPolicy.None,
    deliver_policy: DeliverPolicy.StartSequence,
    opt_start_seq: Math.max(1, from),
    inactive_threshold: nanos(60_000),
    mem_storage: true,
  });
  try {
    const consumer = await (await nats.jetstream()).consumers.get(stream, name);
    // Messages that are published during this read are left to the next.
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

/** Lists the durable consumers of a subject. An abandoned one is waited for like any other: delete it. */
export async function readersOf(
  nats: NatsConnectionManager,
  stream: string,
  subject: string,
): Promise<Reader[]> {
  const manager = await jetstreamManager(await nats.connected());
  const readers: Reader[] = [];
  for await (const { name, config, ack_floor } of manager.consumers.list(stream)) {
    const filters = config.filter_subjects ?? [config.filter_subject ?? '>'];
    if (config.durable_name !== undefined && filters.some((filter) => matchesSubject(filter, subject))) {
      readers.push({ name, settledTo: ack_floor.stream_seq });
    }
  }
  return readers;
}

/** Returns whether a subject matches a filter with wildcards. */
export function matchesSubject(filter: string, subject: string): boolean {
  const wanted = filter === '' ? ['>'] : filter.split('.');
  const given = subject.split('.');
  const rest = wanted.indexOf('>');
  return rest >= 0
    ? given.length > rest && wanted.slice(0, rest).every((part, at) => part === '*' || part === given[at])
    : wanted.length === given.length && wanted.every((part, at) => part === '*' || part === given[at]);
}

/** Deletes a message and overwrites its bytes on disk; does nothing where it is gone already. */
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

/** JSStreamMsgDeleteFailedF of nats-server, which the library does not name. */
const noMessageToDelete = 10_057;

/**
 * Securely deletes the messages of a subject that `rewrite` changes. Where a consumer has not settled one yet, the
 * rewritten message is published first, under the same `ce-id`. One that cannot be read is deleted whole.
 */
export async function sweepSubject(
  nats: NatsConnectionManager,
  stream: string,
  subject: string,
  rewrite: (body: string) => string,
): Promise<void> {
  const manager = await jetstreamManager(await nats.connected());
  const readers = await readersOf(nats, stream, subject);
  const yieldToOthers = createYield();
  for await (const message of messagesOf(nats, stream, subject)) {
    await yieldToOthers();
    const body = message.string();
    const kept = orUndefined(() => rewrite(body));
    if (kept !== body) {
      if (kept !== undefined && readers.some(({ settledTo }) => settledTo < message.seq)) {
        await publishInstead(nats, message, kept);
      }
      await deleteSecurely(manager, stream, message.seq);
    }
  }
}

async function publishInstead(nats: NatsConnectionManager, message: JsMsg, body: string): Promise<void> {
  const head = headers();
  for (const key of message.headers?.keys() ?? []) {
    if (!key.startsWith('Nats-')) {
      head.set(key, message.headers?.get(key) ?? '');
    }
  }
  // Another id for JetStream, so that the duplicate window does not drop it.
  await (await nats.jetstream()).publish(message.subject, body, { headers: head, msgID: randomUUID() });
}
