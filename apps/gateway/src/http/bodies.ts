import { PayloadTooLargeException, UnsupportedMediaTypeException } from '@nestjs/common';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';

/** The body of a request is not the JSON it should be. */
export class BodyUnreadable extends Error {
  override name = 'BodyUnreadable';
}

/** Route setting (`@RouteConfig`): the handler reads the body itself, as a stream. */
export const streamedBody = { streamedBody: true } as const;

const largestJson = 1_000_000;
const sendJson = 'send JSON with the header Content-Type: application/json';

/** Teaches the server to read bodies: JSON, or the bare stream where the route asks for it. */
export function readBodies(server: FastifyInstance): void {
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('*', async (request: FastifyRequest, payload: Readable) =>
    wantsStream(request)
      ? payload
      : readJson(request.headers['content-type'], await textOf(request, payload)),
  );
}

function wantsStream(request: FastifyRequest): boolean {
  const config: object = request.routeOptions.config;
  return 'streamedBody' in config;
}

/**
 * The value of a JSON body, undefined where it is empty. curl calls a body a form unless told otherwise, and some
 * clients call it plain text: where such a body is JSON, it is taken as what it is.
 */
export function readJson(contentType: string | undefined, text: string): unknown {
  const type = (contentType ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
  const named = type === 'application/json' || type.endsWith('+json');
  if (!named && !['', 'application/x-www-form-urlencoded', 'text/plain'].includes(type)) {
    throw new UnsupportedMediaTypeException(`A body of type ${type} is not understood: ${sendJson}.`);
  }
  if (text.trim() === '') {
    return undefined;
  }
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    if (named || type === '') {
      throw new BodyUnreadable(`The body is not valid JSON: ${reason}`, { cause: error });
    }
    throw new UnsupportedMediaTypeException(
      `A body of type ${type} that is not JSON is not understood: ${sendJson}.`,
    );
  }
}

async function textOf(request: FastifyRequest, payload: Readable): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of piecesOf(request, payload, largestJson)) {
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString('utf8');
}

/**
 * The bytes of a body as they come, at most `limit` of them. After a refusal the rest is still taken off the wire:
 * else the client could not read why, and the connection would be of no further use.
 */
export async function* piecesOf(
  request: FastifyRequest,
  payload: Readable,
  limit: number,
): AsyncGenerator<Buffer> {
  const tooLarge = `The body is larger than ${limit.toLocaleString('en')} bytes: send it in smaller parts.`;
  if (Number(request.headers['content-length'] ?? 0) > limit) {
    throw new PayloadTooLargeException(tooLarge);
  }
  let size = 0;
  try {
    for await (const piece of payload.iterator({ destroyOnReturn: false }) as AsyncIterable<unknown>) {
      const bytes = Buffer.isBuffer(piece) ? piece : Buffer.from(String(piece));
      size += bytes.length;
      if (size > limit) {
        throw new PayloadTooLargeException(tooLarge);
      }
      yield bytes;
    }
  } catch (error) {
    throw error instanceof PayloadTooLargeException
      ? error
      : new BodyUnreadable('The body broke off before its end: send it again.', { cause: error });
  } finally {
    payload.resume();
  }
}
