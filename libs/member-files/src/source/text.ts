import { TextDecoder } from 'node:util';
import type { Readable } from 'node:stream';

/**
 * The text of a byte stream, piece by piece, without its byte-order mark. UTF-16 is read too, with its mark
 * or without (spreadsheets and databases export it); bytes that are no UTF-8 become U+FFFD and stop nothing.
 */
export async function* textOf(stream: Readable): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined;
  let head = Buffer.alloc(0);
  for await (const piece of stream as AsyncIterable<unknown>) {
    let bytes = bytesOf(piece);
    if (decoder === undefined) {
      head = Buffer.concat([head, bytes]);
      if (head.length < 4) continue;
      decoder = new TextDecoder(encodingOf(head));
      bytes = head;
    }
    const text = decoder.decode(bytes, { stream: true });
    if (text !== '') yield text;
  }
  const rest = decoder === undefined ? new TextDecoder(encodingOf(head)).decode(head) : decoder.decode();
  if (rest !== '') yield rest;
}

function bytesOf(piece: unknown): Buffer {
  if (typeof piece === 'string') return Buffer.from(piece);
  if (piece instanceof Uint8Array) return Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength);
  throw new TypeError('a member source must yield bytes or text');
}

function encodingOf(head: Buffer): string {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  // Without a mark: a text begins with letters of ASCII, each beside an empty byte.
  if (head.length >= 4 && head[0] !== 0 && head[1] === 0 && head[2] !== 0 && head[3] === 0) return 'utf-16le';
  if (head.length >= 4 && head[0] === 0 && head[1] !== 0 && head[2] === 0 && head[3] !== 0) return 'utf-16be';
  return 'utf-8';
}
