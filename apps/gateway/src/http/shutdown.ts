import { EventEmitter, once } from 'node:events';
import type { FastifyInstance } from 'fastify';
import type { Shutdown } from '@warren/messaging';

const graceMs = 5_000;

/** Server options that `drainRequests` needs. */
export const shutdownOptions = {
  // browsers open connections in advance, and an unused one would keep the server from closing
  forceCloseConnections: true,
  // requests on open connections are still answered
  return503OnClosing: false,
} as const;

/**
 * Lets the requests in flight finish before the server closes, within 5 s. No connection is accepted meanwhile: the
 * operating system rejects it at once and the client goes to another gateway, instead of being answered that this one
 * is stopping.
 */
export function drainRequests(server: FastifyInstance, shutdown?: Shutdown): void {
  const done = new EventEmitter();
  const inFlight = new Set<string>();
  server.addHook('onRequest', (request, reply, next) => {
    const name = `${request.method} ${request.routeOptions.url ?? 'unknown path'} ${request.id}`;
    inFlight.add(name);
    // Also if the client has disconnected: Fastify does not run its onResponse hook then.
    reply.raw.once('close', () => {
      inFlight.delete(name);
      if (inFlight.size === 0) {
        done.emit('idle');
      }
    });
    next();
  });
  server.addHook('preClose', async () => {
    server.server.close();
    if (inFlight.size > 0) {
      await once(done, 'idle', { signal: AbortSignal.timeout(graceMs) }).catch(() => undefined);
    }
  });
  shutdown?.register({
    name: 'REST',
    stopIntake: () => void server.server.close(),
    finishWork: async () => server.close(),
    unfinished: () => [...inFlight],
  });
}
