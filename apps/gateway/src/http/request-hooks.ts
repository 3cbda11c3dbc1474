import type { FastifyInstance } from 'fastify';
import { withTrace } from '@warren/messaging';

/** Runs each request within the caller's trace, and keeps answers of the API out of caches. */
export function registerRequestHooks(server: FastifyInstance): void {
  server.addHook('onRequest', (request, reply, done) => {
    if (request.url.startsWith('/api/') || request.url.startsWith('/auth/')) {
      // what members say of themselves stays in no cache, nor who somebody is
      reply.header('cache-control', 'no-store');
    }
    const header = request.headers['traceparent'];
    withTrace(typeof header === 'string' ? header : undefined, done);
  });
}
