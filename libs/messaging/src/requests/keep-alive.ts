import type { MsgHdrs } from '@nats-io/transport-node';
import { z } from 'zod';
import { headerIn } from '../wire/headers-in.ts';
import type { ReplyPacket } from './packets.ts';

/**
 * Header of a request: every how many milliseconds its caller wants a sign that it is being worked on. Without it, as from
 * a plain client, the reply is the only message.
 */
export const signsHeader = 'alive-every-ms';
/** Signs that may be lost or late before it counts as silence. */
export const signsInSilence = 5;

const EveryMs = z.coerce.number().int().min(20).max(60_000);
const sign = JSON.stringify({ alive: true } satisfies ReplyPacket);

/** Gives the signs that a request's header asks for, until the returned stop is called. */
export function startKeepAlive(head: MsgHdrs | undefined, respond: (data: string) => void): () => void {
  const everyMs = EveryMs.safeParse(headerIn(head, signsHeader));
  if (!everyMs.success) {
    return () => undefined;
  }
  const timer = setInterval(() => respond(sign), everyMs.data).unref();
  return () => clearInterval(timer);
}
