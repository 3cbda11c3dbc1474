import type { FastifyInstance, FastifyReply } from 'fastify';
import { withTrace } from '@warren/messaging';

const strict =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; " +
  "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
// Swagger UI adds style elements
const documentation = strict.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'");

/** Runs each request within the caller's trace, and sets the security headers of its answer. */
export function registerRequestHooks(server: FastifyInstance): void {
  server.addHook('onRequest', (request, reply, done) => {
    setSecurityHeaders(reply, request.url.startsWith('/docs'));
    if (request.url.startsWith('/api/')) {
      // what members say of themselves stays in no cache
      reply.header('cache-control', 'no-store');
    }
    const header = request.headers['traceparent'];
    withTrace(typeof header === 'string' ? header : undefined, done);
  });
}

/** Sets the security headers of an answer. */
export function setSecurityHeaders(reply: FastifyReply, isDocumentation: boolean): void {
  reply
    .header('content-security-policy', isDocumentation ? documentation : strict)
    .header('x-content-type-options', 'nosniff')
    .header('referrer-policy', 'no-referrer');
}
