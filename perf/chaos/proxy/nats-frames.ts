/**
 * Cuts one direction of a NATS connection into its frames: a control line, and for a message its payload with it.
 * The protocol: https://docs.nats.io/reference/reference-protocols/nats-protocol
 */
export function natsFrames(): (bytes: Buffer) => Buffer[] {
  let rest: Buffer = Buffer.alloc(0);
  return (bytes) => {
    rest = rest.length === 0 ? bytes : Buffer.concat([rest, bytes]);
    const frames: Buffer[] = [];
    for (let length = frameLength(rest); length !== undefined; length = frameLength(rest)) {
      frames.push(rest.subarray(0, length));
      rest = rest.subarray(length);
    }
    return frames;
  };
}

const withPayload = ['PUB', 'HPUB', 'MSG', 'HMSG'];

/** The length of the first frame, or undefined where it has not arrived whole. */
function frameLength(bytes: Buffer): number | undefined {
  const end = bytes.indexOf('\r\n');
  if (end < 0) {
    return undefined;
  }
  const words = bytes.toString('latin1', 0, end).trim().split(/\s+/);
  if (!withPayload.includes((words[0] ?? '').toUpperCase())) {
    return end + 2;
  }
  const length = end + 2 + Number(words.at(-1)) + 2;
  return bytes.length >= length ? length : undefined;
}
