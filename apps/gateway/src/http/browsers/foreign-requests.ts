import { isIPv6 } from 'node:net';
import { ForbiddenException, HttpException } from '@nestjs/common';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { isThisMachine } from '@warren/service';

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Rejects what a page of somebody else makes a browser send. A request under a name that is not the gateway's own is one
 * (DNS rebinding): 421. So is one that changes something and comes from another origin (cross-site request forgery, by the
 * headers Sec-Fetch-Site and Origin): 403. Programs send neither header, and are not concerned.
 * @param hosts names and addresses of the gateway beside those of the machine itself
 * @param origins those from which pages may change something
 * @param probed paths that are asked for under any name, as they tell nothing of members
 */
export function rejectForeignRequests(
  server: FastifyInstance,
  hosts: readonly string[],
  origins: readonly string[],
  probed: readonly string[],
): void {
  const own = new Set(hosts.map((host) => nameOf(isIPv6(host) ? `[${host}]` : host)).filter(Boolean));
  server.addHook('onRequest', (request, _reply, done) => {
    const { host } = request.headers;
    const [path = ''] = request.url.split('?', 1);
    const name = nameOf(host);
    if (host !== undefined && !probed.includes(path.slice(1)) && !isThisMachine(name) && !own.has(name)) {
      done(
        new HttpException(
          `The gateway is not known as ${name === '' ? 'the name in the header Host' : name}: add the name to ALLOWED_HOSTS if it is its own.`,
          421,
        ),
      );
    } else if (!safeMethods.has(request.method) && !isFrom(origins, request) && isFromElsewhere(request)) {
      done(
        new ForbiddenException(
          'A page of another origin sent this request: what changes something is taken from the own page, from programs, and from the pages that CORS_ORIGINS names.',
        ),
      );
    } else {
      done();
    }
  });
}

/** Name or address in a header Host, without its port; '' where there is none. */
function nameOf(host: string | undefined): string {
  return URL.parse(`http://${host ?? ''}`)?.hostname ?? '';
}

/** With a cookie it would act for whoever is logged in, which those origins are not trusted with. */
const isFrom = (origins: readonly string[], { headers }: FastifyRequest): boolean =>
  headers.origin !== undefined && headers.cookie === undefined && origins.includes(headers.origin);

/** What a browser says of where a request comes from (Fetch Metadata); of older browsers the origin alone. */
function isFromElsewhere({ headers }: FastifyRequest): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) {
    return site !== 'same-origin' && site !== 'none';
  }
  return headers.origin !== undefined && URL.parse(headers.origin)?.host !== headers.host?.toLowerCase();
}
