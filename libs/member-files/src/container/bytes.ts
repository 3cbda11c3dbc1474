import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { piecesOf } from '../source/bytes.ts';
import { MemberFileInvalid } from '../source/source.ts';
import type { MemberSource } from '../source/source.ts';
import { largestUnpackedGzip, megabytes } from './limits.ts';

/** The first `size` bytes of a file, or all of a smaller one. */
export async function headOf(source: MemberSource, size: number): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of piecesOf(source)) {
    pieces.push(piece);
    length += piece.length;
    if (length >= size) {
      break;
    }
  }
  return Buffer.concat(pieces).subarray(0, size);
}

/**
 * All bytes of a file.
 * @throws MemberFileInvalid if they are more than `limit`
 */
export async function bytesOf(source: MemberSource, limit: number, what: string): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of piecesOf(source)) {
    pieces.push(piece);
    length += piece.length;
    if (length > limit) {
      throw new MemberFileInvalid(
        `${what} is larger than ${megabytes(limit)}: save it as CSV, which may have any size`,
      );
    }
  }
  return Buffer.concat(pieces);
}

/** A source of bytes in memory. */
export function sourceOfBytes(bytes: Uint8Array): MemberSource {
  return { open: () => Readable.from([bytes], { objectMode: false }) };
}

/** The unpacked bytes of a gzip, as a source; reading it fails where the gzip is broken or larger than the limit. */
export function gunzipped(source: MemberSource, limit = largestUnpackedGzip): MemberSource {
  return { open: () => Readable.from(unpacked(source, limit), { objectMode: false }) };
}

async function* unpacked(source: MemberSource, limit: number): AsyncGenerator<Buffer> {
  const gunzip = createGunzip();
  const feeding = pipeline(source.open(), gunzip);
  // the reading below tells the error; without this the process would end by an unhandled rejection
  feeding.catch(() => undefined);
  let length = 0;
  try {
    for await (const piece of gunzip as AsyncIterable<Buffer>) {
      length += piece.length;
      if (length > limit) {
        throw new MemberFileInvalid(
          `the gzip unpacks to more than ${megabytes(limit)}: split the file and import its parts`,
        );
      }
      yield piece;
    }
    await feeding;
  } catch (error) {
    if (isZlibError(error)) {
      throw new MemberFileInvalid(
        `the gzip is damaged (${error.message}): unpack it yourself, or fetch the file again`,
        { cause: error },
      );
    }
    throw error;
  } finally {
    gunzip.destroy();
  }
}

function isZlibError(error: unknown): error is { code: string; message: string } {
  return (
    typeof error === 'object' &&
    error !== null &&
    'code' in error &&
    'message' in error &&
    String(error.code).startsWith('Z_')
  );
}
