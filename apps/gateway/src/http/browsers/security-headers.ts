import helmet from '@fastify/helmet';
import type { FastifyInstance, FastifyReply } from 'fastify';

const directives = {
  'default-src': ["'none'"],
  'script-src': ["'self'"],
  'style-src': ["'self'"],
  'img-src': ["'self'", 'data:'],
  'connect-src': ["'self'"],
  'base-uri': ["'none'"],
  'form-action': ["'none'"],
  'frame-ancestors': ["'none'"],
};
// Swagger UI adds style elements
const documentation = { ...directives, 'style-src': ["'self'", "'unsafe-inline'"] };

/** Options of helmet: the page and the documentation have all they need here, and nobody shows them in a frame. */
const optionsFor = (policy: typeof directives) => ({
  contentSecurityPolicy: { useDefaults: false, directives: policy },
  referrerPolicy: { policy: 'no-referrer' as const },
  xFrameOptions: { action: 'deny' as const },
  // whoever puts TLS before the gateway decides for the name it has there
  strictTransportSecurity: false,
});

/** Sets the security headers of every answer. */
export async function setSecurityHeaders(server: FastifyInstance): Promise<void> {
  await server.register(helmet, { ...optionsFor(directives), global: false });
  const options = { usual: optionsFor(directives), documentation: optionsFor(documentation) };
  server.addHook('onRequest', (request, reply, done) => {
    const isDocumentation = request.url.startsWith('/docs');
    reply.helmet(isDocumentation ? options.documentation : options.usual);
    done();
  });
}

/** Sets those of an answer to a request that cannot be routed, on which no hook runs. */
export function setUnroutedHeaders(reply: FastifyReply): void {
  reply
    .header('content-security-policy', "default-src 'none'; frame-ancestors 'none'")
    .header('x-content-type-options', 'nosniff')
    .header('referrer-policy', 'no-referrer');
}
