import type { MsgHdrs } from '@nats-io/transport-node';
import { z } from 'zod';
import { headerIn } from '../wire/headers-in.ts';
import type { ReplyPacket } from './packets.ts';

/**
 * Header of a request: the interval in milliseconds at which its caller wants keep-alive messages. Without it, as from a
 * plain client, the reply is the only message.
 */
export const keepAliveHeader = 'keepalive-interval-ms';
/** Its earlier name, which callers of the version before still send. */
const earlierHeader = 'alive-every-ms';
/** Keep-alive messages that may be lost or late within the caller's idle timeout. */
export const keepAlivesPerTimeout = 5;

const IntervalMs = z.coerce.number().int().min(20).max(60_000);
const keepAlive = JSON.stringify({ alive: true } satisfies ReplyPacket);

/** Sends the keep-alive messages that a request's header asks for, until the returned function is called. */
export function startKeepAlive(head: MsgHdrs | undefined, respond: (data: string) => void): () => void {
  const intervalMs = IntervalMs.safeParse(headerIn(head, keepAliveHeader) ?? headerIn(head, earlierHeader));
  if (!intervalMs.success) {
    return () => undefined;
  }
  const timer = setInterval(() => respond(keepAlive), intervalMs.data).unref();
  return () => clearInterval(timer);
}
