import type { MemberSource } from './source.ts';

/** The bytes of a file from its beginning, piece by piece. */
export async function* piecesOf(source: MemberSource): AsyncGenerator<Buffer> {
  for await (const piece of source.open() as AsyncIterable<unknown>) {
    if (typeof piece === 'string') {
      yield Buffer.from(piece);
    } else if (piece instanceof Uint8Array) {
      yield Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength);
    } else {
      throw new TypeError('a member source must yield bytes or text');
    }
  }
}
