import type { Msg } from '@nats-io/transport-node';
import type { z } from 'zod';

/** The body of a message on core NATS; undefined where it is not what `schema` says, since anybody may publish. */
export function parseBody<T>(message: Msg, schema: z.ZodType<T>): T | undefined {
  try {
    return schema.safeParse(message.json()).data;
  } catch {
    return undefined;
  }
}
