import type { JsMsg } from '@nats-io/jetstream';
import type { MsgHdrs } from '@nats-io/transport-node';
import { isStorable } from '@warren/contracts';

/** Value of a header; undefined where it is absent, for which the NATS client returns an empty string. */
export function headerIn(head: MsgHdrs | undefined, name: string): string | undefined {
  const value = head?.get(name).trim();
  return value === '' ? undefined : value;
}

/** Length of the id columns of messaging's tables. */
const longestId = 200;

type StreamMessage = Pick<JsMsg, 'headers' | 'seq' | 'timestampNanos'> & {
  info: Pick<JsMsg['info'], 'stream'>;
};

/**
 * Unique id of a message: its `ce-id`, the same for every copy. Where that is absent or cannot be stored, its sequence in
 * the stream with its time, since the sequences of a lost stream are used again.
 */
export function messageIdOf({ headers, info, seq, timestampNanos }: StreamMessage): string {
  const given = headerIn(headers, 'ce-id');
  return given !== undefined && given.length <= longestId && isStorable(given)
    ? given
    : `${info.stream}-${seq}-${timestampNanos}`;
}
