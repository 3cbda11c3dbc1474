import type { JsMsg } from '@nats-io/jetstream';
import type { MsgHdrs } from '@nats-io/transport-node';
import { isStorable } from '@warren/contracts';

/** A header of a message; undefined where it is not there, for which the client of NATS answers an empty text. */
export function headerIn(head: MsgHdrs | undefined, name: string): string | undefined {
  const value = head?.get(name).trim();
  return value === '' ? undefined : value;
}

/** What the tables of messaging keep of an id. */
const longestId = 200;

type StreamMessage = Pick<JsMsg, 'headers' | 'seq' | 'timestampNanos'> & {
  info: Pick<JsMsg['info'], 'stream'>;
};

/**
 * The id that tells a message from others: its `ce-id`, the same for every copy. One that came without, or with one that
 * cannot be kept, has its place in the stream for it, and the time, since the places of a lost stream come again.
 */
export function messageIdOf({ headers, info, seq, timestampNanos }: StreamMessage): string {
  const given = headerIn(headers, 'ce-id');
  return given !== undefined && given.length <= longestId && isStorable(given)
    ? given
    : `${info.stream}-${seq}-${timestampNanos}`;
}
