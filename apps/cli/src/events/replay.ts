import { randomUUID } from 'node:crypto';
import { jetstream } from '@nats-io/jetstream';
import { headers } from '@nats-io/transport-node';
import type { NatsConnection } from '@nats-io/transport-node';
import type pg from 'pg';
import { deleteParked } from './parked.ts';
import type { Parked } from './parked.ts';

/**
 * Republishes a parked message and deletes its row in one transaction: a service that parks it again waits for
 * the commit, so its row is kept. The CloudEvents id stays, so that consumers which have handled the message ignore it;
 * the JetStream message id is new, so that the duplicate window does not drop it.
 */
export async function replay(connection: NatsConnection, client: pg.Client, parked: Parked): Promise<void> {
  const header = headers();
  header.set('ce-specversion', '1.0');
  header.set('ce-id', parked.message_id);
  header.set('ce-type', parked.subject);
  header.set('ce-source', '/warren/replay');
  header.set('content-type', 'application/json');
  await client.query('begin');
  try {
    await deleteParked(client, parked);
    await jetstream(connection).publish(parked.subject, parked.body, {
      msgID: randomUUID(),
      headers: header,
    });
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}
