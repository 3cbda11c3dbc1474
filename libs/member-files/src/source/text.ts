import { TextDecoder } from 'node:util';
import { piecesOf } from './bytes.ts';
import type { MemberSource } from './source.ts';

/**
 * Decodes a file piece by piece, without its byte-order mark. UTF-16 is decoded too, with or without a mark
 * (spreadsheets and databases export it); invalid UTF-8 becomes U+FFFD.
 */
export async function* textOf(source: MemberSource): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined;
  let head = Buffer.alloc(0);
  for await (const piece of piecesOf(source)) {
    let bytes = piece;
    if (decoder === undefined) {
      head = Buffer.concat([head, bytes]);
      if (head.length < 4) {
        continue;
      }
      decoder = new TextDecoder(encodingOf(head));
      bytes = head;
    }
    const text = decoder.decode(bytes, { stream: true });
    if (text !== '') {
      yield text;
    }
  }
  const rest = decoder === undefined ? new TextDecoder(encodingOf(head)).decode(head) : decoder.decode();
  if (rest !== '') {
    yield rest;
  }
}

function encodingOf(head: Buffer): string {
  if (head[0] === 0xff && head[1] === 0xfe) {
    return 'utf-16le';
  }
  if (head[0] === 0xfe && head[1] === 0xff) {
    return 'utf-16be';
  }
  // Without a mark: a text begins with ASCII letters, each next to a zero byte.
  if (head.length >= 4 && head[0] !== 0 && head[1] === 0 && head[2] !== 0 && head[3] === 0) {
    return 'utf-16le';
  }
  if (head.length >= 4 && head[0] === 0 && head[1] !== 0 && head[2] === 0 && head[3] !== 0) {
    return 'utf-16be';
  }
  return 'utf-8';
}
