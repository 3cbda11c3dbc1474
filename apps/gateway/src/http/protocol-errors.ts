import { STATUS_CODES } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { BadRequestException, HttpException } from '@nestjs/common';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { setUnroutedHeaders } from './browsers/security-headers.ts';
import { maxHeaderSize } from './connection-timeouts.ts';
import { problemOf, problemType } from './problem.ts';

/** Server options that answer errors before routing, or before there is a request, with a problem. */
export const protocolErrorHandlers = {
  frameworkErrors: rejectInvalidAddress,
  clientErrorHandler: rejectMalformedRequest,
} as const;

/** Rejects with a problem what Node rejects with an empty answer: a missing header Host, and unknown expectations. */
export function rejectInvalidHeaders(server: FastifyInstance): void {
  server.addHook('onRequest', (request, _reply, done) => {
    const { httpVersion, headers } = request.raw;
    const isMissing = httpVersion === '1.1' && headers.host === undefined;
    done(isMissing ? new BadRequestException('The request has no header Host: send one.') : undefined);
  });
  server.server.on('checkExpectation', (request: IncomingMessage, response: ServerResponse) => {
    const problem = problemOf(
      new HttpException('Of the header Expect only 100-continue is understood: leave it out.', 417),
      request.url?.split('?', 1)[0] ?? '',
    );
    const body = JSON.stringify(problem);
    response.writeHead(problem.status, {
      'content-length': Buffer.byteLength(body),
      'content-type': problemType,
      'cache-control': 'no-store',
      connection: 'close',
    });
    response.end(body);
  });
}

/** Route setting (`@RouteConfig`): the address may be as long as the head of a request. */
export const longAddress = { longAddress: true } as const;

/** Largest address, and largest headers, of other requests, in bytes. */
const usualBytes = 16 * 1024;

/** Rejects heads that only routes with the setting `longAddress` need. */
export function rejectLargeHeads(server: FastifyInstance): void {
  server.addHook('onRequest', (request, _reply, done) => {
    const { url, rawHeaders } = request.raw;
    const config: object = request.routeOptions.config;
    if ((url ?? '').length > usualBytes && !('longAddress' in config)) {
      done(new HttpException(`The address is longer than ${inKilobytes(usualBytes)} kB: ask for less.`, 414));
    } else if (rawHeaders.reduce((sum, text) => sum + text.length, 0) > usualBytes) {
      done(
        new HttpException(
          `The headers are larger than ${inKilobytes(usualBytes)} kB: send fewer, or shorter ones.`,
          431,
        ),
      );
    } else {
      done();
    }
  });
}

/** Rejects an address that cannot be routed: a bad escape, or a part that is too long. */
function rejectInvalidAddress(error: FastifyError, request: FastifyRequest, reply: FastifyReply): void {
  const problem = problemOf(error, request.url.split('?', 1)[0] ?? '');
  setUnroutedHeaders(reply);
  reply
    .status(problem.status)
    .header('content-type', problemType)
    .header('cache-control', 'no-store')
    .send(JSON.stringify(problem));
}

const inKilobytes = (bytes: number): number => Math.floor(bytes / 1024);
const kilobytes = inKilobytes(maxHeaderSize);

/** Rejects bytes that are no request: Node has only the connection, so the answer is written to the socket. */
function rejectMalformedRequest(error: Error & { code?: string; rawPacket?: unknown }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed || !socket.writable) {
    socket.destroy();
    return;
  }
  const [status, detail] = rejectionOf(error);
  const title = STATUS_CODES[status] ?? 'Error';
  const body = JSON.stringify({ type: 'about:blank', title, status, detail, instance: '/' });
  const head = [
    `HTTP/1.1 ${status} ${title}`,
    `content-type: ${problemType}`,
    `content-length: ${Buffer.byteLength(body)}`,
    'connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`, () => socket.destroy());
}

function rejectionOf({ code, rawPacket }: { code?: string; rawPacket?: unknown }): [number, string] {
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') {
    return [408, 'The request did not come to its end in time: send it again.'];
  }
  if (code === 'HPE_HEADER_OVERFLOW') {
    const line = Buffer.isBuffer(rawPacket) ? rawPacket.indexOf('\r\n') : 0;
    return line === -1 || line >= maxHeaderSize
      ? [414, `The address is longer than ${kilobytes} kB: ask for less.`]
      : [431, `Address and headers are larger than ${kilobytes} kB together: send fewer, or shorter ones.`];
  }
  return [400, 'The request is not HTTP that can be understood: check how the client writes it.'];
}
