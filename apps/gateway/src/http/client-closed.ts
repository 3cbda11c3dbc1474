import { ServiceUnavailable } from '@warren/contracts';
import { whileWanted } from '@warren/messaging';
import type { FastifyInstance } from 'fastify';

const reading = ['GET', 'HEAD'];

/**
 * Lets go of what is asked of other services when a client that only reads has left before the answer. What changes
 * something goes on: a client that waits no more for its run still wants it.
 */
export function letGoOfReaders(server: FastifyInstance): void {
  server.addHook('onRequest', (request, reply, done) => {
    if (!reading.includes(request.method)) {
      done();
      return;
    }
    const gone = new AbortController();
    reply.raw.once('close', () => {
      if (!reply.raw.writableFinished) {
        gone.abort(new ServiceUnavailable('The client has gone.'));
      }
    });
    whileWanted(gone.signal, done);
  });
}
