import type { FastifyInstance, FastifyReply } from 'fastify';
import { ServiceUnavailable } from '@warren/contracts';
import { withRequestSignal } from '@warren/messaging';

const readMethods = ['GET', 'HEAD'];

/**
 * Abandons requests to other services when a client that only reads disconnects before the answer. Requests that change
 * something continue: a client that no longer waits for its run still wants it.
 */
export function abandonClosedReads(server: FastifyInstance): void {
  server.addHook('onRequest', (request, reply, done) => {
    if (!readMethods.includes(request.method)) {
      done();
      return;
    }
    const clientClosed = new AbortController();
    reply.raw.once('close', () => {
      if (!reply.raw.writableFinished) {
        clientClosed.abort(new ServiceUnavailable('The client has gone.'));
      }
    });
    withRequestSignal(clientClosed.signal, done);
  });
}

/** Signal that aborts when the connection of a reply closes. */
export function closedSignal(reply: FastifyReply): AbortSignal {
  const closed = new AbortController();
  if (reply.raw.destroyed) {
    closed.abort();
  }
  reply.raw.once('close', () => closed.abort());
  return closed.signal;
}
