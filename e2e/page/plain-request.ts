import type { NatsConnection } from '@nats-io/transport-node';
import { z } from 'zod';
import type { RequestSubject } from '@warren/contracts';

const Packet = z.object({
  response: z.object({ parts: z.literal(1), text: z.string() }).optional(),
  err: z.unknown().optional(),
});

/**
 * Sends a request as a plain NATS client, and reads its reply, which must fit one message.
 * @throws Error with the service's own, where it answers with one
 */
export async function plainRequest<T extends z.ZodType>(
  nats: NatsConnection,
  subject: RequestSubject,
  data: unknown,
  reply: T,
): Promise<z.output<T>> {
  const packet = JSON.stringify({ id: crypto.randomUUID(), pattern: subject, data });
  const message = await nats.request(subject, packet, { timeout: 20_000 });
  const { response, err } = Packet.parse(message.json());
  if (response === undefined) {
    throw new Error(`${subject} answered ${JSON.stringify(err)}`);
  }
  return reply.parse(JSON.parse(response.text));
}
