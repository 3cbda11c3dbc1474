import { Readable } from 'node:stream';
import { HttpException, PayloadTooLargeException, UnsupportedMediaTypeException } from '@nestjs/common';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { maxDepth, isNestedTooDeep } from './nesting.ts';
import { withTransferLimits } from './transfer-limits.ts';
import type { TransferLimits } from './transfer-limits.ts';

/** The body of a request is incomplete or not valid JSON. */
export class BodyUnreadable extends Error {
  override readonly name = 'BodyUnreadable';
}

/** Route setting (`@RouteConfig`): the handler reads the body itself, as a stream. */
export const streamedBody = { streamedBody: true } as const;

const maxJsonBytes = 1_000_000;
/** JSON bodies are small, so their deadline is short. */
const jsonTransferLimits: TransferLimits = { totalMs: 30_000, windowMs: 10_000, minBytes: 1 };
const tooSlow = 408;
/** Time for which the rest of a body is drained after an early answer; shorter for a body that came too slowly. */
const drainMs = { usual: 60_000, slow: 1_000 };
const sendJson = 'send JSON with the header Content-Type: application/json';

/**
 * Parses bodies as JSON, or passes the stream on if the route sets `streamedBody`. After an answer that was sent
 * before the end of a body, the rest is drained for a while: else the client could not read the answer.
 */
export function parseBodies(server: FastifyInstance, limits: TransferLimits = jsonTransferLimits): void {
  server.removeAllContentTypeParsers();
  server.addHook('onResponse', (request, reply, done) => {
    if (!request.raw.complete) {
      const { socket } = request.raw;
      const ms = reply.statusCode === tooSlow ? drainMs.slow : drainMs.usual;
      const end = setTimeout(() => socket.destroy(), ms).unref();
      request.raw.once('end', () => clearTimeout(end)).resume();
    }
    done();
  });
  server.addContentTypeParser('*', async (request: FastifyRequest, payload: Readable) =>
    isStreamed(request)
      ? payload
      : readJson(request.headers['content-type'], await textOf(request, payload, limits)),
  );
}

function isStreamed(request: FastifyRequest): boolean {
  const config: object = request.routeOptions.config;
  return 'streamedBody' in config;
}

/**
 * Parses a JSON body; undefined if it is empty. curl sends a body as a form by default, and some
 * clients as plain text: such a body is accepted if it is JSON.
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
  if (isNestedTooDeep(text)) {
    throw new BodyUnreadable(`The body nests lists or objects more than ${maxDepth} deep: send it flatter.`);
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

async function textOf(request: FastifyRequest, payload: Readable, limits: TransferLimits): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of readChunks(request, payload, maxJsonBytes, limits)) {
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/**
 * Reads a body in chunks, at most `limit` bytes.
 * @throws PayloadTooLargeException above the limit, RequestTimeoutException below the minimum rate
 */
export async function* readChunks(
  request: FastifyRequest,
  payload: Readable,
  limit: number,
  limits: TransferLimits,
): AsyncGenerator<Buffer> {
  const tooLarge = `The body is larger than ${limit.toLocaleString('en')} bytes: send it in smaller parts.`;
  if (Number(request.headers['content-length'] ?? 0) > limit) {
    throw new PayloadTooLargeException(tooLarge);
  }
  let size = 0;
  try {
    for await (const bytes of withTransferLimits(payload, limits)) {
      size += bytes.length;
      if (size > limit) {
        throw new PayloadTooLargeException(tooLarge);
      }
      yield bytes;
    }
  } catch (error) {
    throw error instanceof HttpException
      ? error
      : new BodyUnreadable('The body broke off before its end: send it again.', { cause: error });
  }
}
