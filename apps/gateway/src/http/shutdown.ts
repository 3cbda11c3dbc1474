import type { FastifyInstance } from 'fastify';
import { EventEmitter, once } from 'node:events';

const graceMs = 5_000;

/**
 * Lets the requests in hand finish before the server closes, within 5 s. It must be made with `forceCloseConnections`:
 * browsers open connections in advance, and one that was never used would keep the server from closing.
 */
export function finishRequests(server: FastifyInstance): void {
  const done = new EventEmitter();
  let inHand = 0;
  server.addHook('onRequest', (_request, reply, next) => {
    inHand += 1;
    // Also where the client has left: of that Fastify's own hook after the response hears nothing.
    reply.raw.once('close', () => {
      inHand -= 1;
      if (inHand === 0) {
        done.emit('idle');
      }
    });
    next();
  });
  server.addHook('preClose', async () => {
    if (inHand > 0) {
      await once(done, 'idle', { signal: AbortSignal.timeout(graceMs) }).catch(() => undefined);
    }
  });
}
