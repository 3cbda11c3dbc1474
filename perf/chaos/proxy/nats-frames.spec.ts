import { describe, expect, it } from '@jest/globals';
import { natsFrames } from './nats-frames.ts';

const frames = [
  'INFO {"port":4222}\r\n',
  'PING\r\n',
  'MSG a.b 1 6\r\nhe\r\no!\r\n',
  'HMSG a 2 reply 12 14\r\nNATS/1.0\r\n\r\nhi\r\n',
  'PUB x 0\r\n\r\n',
  '+OK\r\n',
];
const stream = frames.join('');

describe('natsFrames', () => {
  it('keeps a payload with its line, line breaks in it or not', () => {
    expect(natsFrames()(Buffer.from(stream)).map(String)).toEqual(frames);
  });

  it('returns the same frames wherever the bytes are cut', () => {
    for (let size = 1; size < stream.length; size += 1) {
      const split = natsFrames();
      const pieces = Array.from({ length: Math.ceil(stream.length / size) }, (_, at) =>
        Buffer.from(stream.slice(at * size, (at + 1) * size)),
      );
      expect(pieces.flatMap(split).map(String)).toEqual(frames);
    }
  });
});
