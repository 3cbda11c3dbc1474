import type { FastifyInstance } from 'fastify';
import { EventEmitter, once } from 'node:events';

const graceMs = 5_000;

/** How a server must be made for `finishRequests`. */
export const finishing = {
  // Browsers open connections in advance, and one that was never used would keep the server from closing.
  forceCloseConnections: true,
  // A request that has come is answered, as any other.
  return503OnClosing: false,
} as const;

/**
 * Lets the requests in hand finish before the server closes, within 5 s. No connection is taken meanwhile: who would open
 * one is refused by the system at once, and goes to another gateway, instead of being told that this one is leaving.
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
    server.server.close();
    if (inHand > 0) {
      await once(done, 'idle', { signal: AbortSignal.timeout(graceMs) }).catch(() => undefined);
    }
  });
}
