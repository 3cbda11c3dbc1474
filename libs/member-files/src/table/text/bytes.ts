import { piecesOf } from '../../source/bytes.ts';
import type { MemberSource } from '../../source/source.ts';

/** Bytes that are worked on at once: small pieces are put together, since each costs a pass. */
const pieceSize = 32_768;

/** Reads a source from the beginning, in pieces of at least 32 KB but for the last. */
export async function* bytesOf(source: MemberSource): AsyncGenerator<Buffer> {
  let pieces: Buffer[] = [];
  let size = 0;
  for await (const bytes of piecesOf(source)) {
    pieces.push(bytes);
    size += bytes.length;
    if (size >= pieceSize) {
      yield together(pieces);
      pieces = [];
      size = 0;
    }
  }
  if (size > 0) {
    yield together(pieces);
  }
}

function together(pieces: Buffer[]): Buffer {
  const [first] = pieces;
  return first !== undefined && pieces.length === 1 ? first : Buffer.concat(pieces);
}
