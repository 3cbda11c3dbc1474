import type { Msg } from '@nats-io/transport-node';
import type { z } from 'zod';

/** Parses the body of a message on core NATS; undefined where it does not match `schema`, since anybody may publish. */
export function parseBody<T>(message: Msg, schema: z.ZodType<T>): T | undefined {
  try {
    return schema.safeParse(message.json()).data;
  } catch {
    return undefined;
  }
}
