import { randomUUID } from 'node:crypto';
import { createInbox, headers } from '@nats-io/transport-node';
import type { NatsConnection } from '@nats-io/transport-node';
import { z } from 'zod';
import { actorHeader, localActor, requests } from '@warren/contracts';
import type { RequestInput, RequestSubject } from '@warren/contracts';
import { inboxPrefixOf } from '@warren/nats';

const Packet = z.object({
  response: z.object({ parts: z.int(), text: z.string() }).optional(),
  err: z.object({ message: z.string() }).optional(),
});

/**
 * Sends a request to a service over NATS, for whoever uses this machine, and returns the whole reply, unparsed.
 * @throws Error where the service returns one
 */
export async function ask<S extends RequestSubject>(
  connection: NatsConnection,
  subject: S,
  data: RequestInput<S>,
): Promise<string> {
  const inbox = createInbox(inboxPrefixOf('operator'));
  const subscription = connection.subscribe(inbox);
  const late = setTimeout(() => subscription.unsubscribe(), requests[subject].deadline_ms);
  const head = headers();
  head.set(actorHeader, JSON.stringify(localActor));
  const packet = JSON.stringify({ id: randomUUID(), pattern: subject, data });
  connection.publish(subject, packet, { reply: inbox, headers: head });
  const texts: string[] = [];
  try {
    for await (const message of subscription) {
      if (message.headers?.code === 503) {
        throw new Error(`No service answers ${subject}: start the services first.`);
      }
      const { response, err } = Packet.parse(message.json());
      if (err !== undefined) {
        throw new Error(`${subject}: ${err.message}`);
      }
      if (response !== undefined) {
        texts.push(response.text);
      }
      if (response !== undefined && texts.length === response.parts) {
        return texts.join('');
      }
    }
  } finally {
    clearTimeout(late);
    subscription.unsubscribe();
  }
  throw new Error(`${subject} was not answered in time`);
}
