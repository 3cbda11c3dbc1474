import { jetstream } from '@nats-io/jetstream';
import { headers } from '@nats-io/transport-node';
import type { NatsConnection } from '@nats-io/transport-node';
import type pg from 'pg';
import { randomUUID } from 'node:crypto';
import { forget } from './parked.ts';
import type { Parked } from './parked.ts';

/**
 * Publishes a parked message again, and forgets it in the same transaction: a service that parks it anew meanwhile waits
 * for that, and is not forgotten. Its CloudEvents id stays, so that who has handled it already does nothing; for JetStream
 * it is another message, which the duplicate window does not swallow.
 */
export async function replay(connection: NatsConnection, client: pg.Client, parked: Parked): Promise<void> {
  const head = headers();
  head.set('ce-specversion', '1.0');
  head.set('ce-id', parked.message_id);
  head.set('ce-type', parked.subject);
  head.set('ce-source', '/warren/replay');
  head.set('content-type', 'application/json');
  await client.query('begin');
  try {
    await forget(client, parked);
    await jetstream(connection).publish(parked.subject, parked.body, { msgID: randomUUID(), headers: head });
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}
