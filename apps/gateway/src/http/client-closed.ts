import { ServiceUnavailable } from '@warren/contracts';
import { withRequestSignal } from '@warren/messaging';
import type { FastifyInstance } from 'fastify';

const reading = ['GET', 'HEAD'];

/**
 * Lets go of what is asked of other services when a client that only reads has left before the answer. What changes
 * something goes on: a client that waits no more for its run still wants it.
 */
export function abandonClosedReads(server: FastifyInstance): void {
  server.addHook('onRequest', (request, reply, done) => {
    if (!reading.includes(request.method)) {
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
