import { ForbiddenException, Logger } from '@nestjs/common';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { InternalError, includesRole } from '@warren/contracts';
import type { Principal } from '@warren/contracts';
import { enterActor } from '@warren/messaging';
import type { Authenticator } from './authenticator.ts';
import type { CountRequest } from './rate-limit.ts';
import type { Access } from './requires-role.ts';
import { accessToOthers } from './routes-of-others.ts';
import { NotKnown } from './unauthorized.ts';

/**
 * Lets nobody on a route but those whom it is for: 401 to whoever is not known, 403 where the role is too low. A route
 * that does not say whom it is for is refused to all, and logged. It is a hook of Fastify, since guards of Nest run after
 * the body is read, and not on routes such as those of the page. Those of the API count in the limit of their client.
 */
export function guardRoutes(
  server: FastifyInstance,
  authenticator: Authenticator,
  count: CountRequest,
): void {
  const logger = new Logger('Access');
  server.decorateRequest('principal', null);
  server.addHook('onRequest', async (request) => {
    if (request.is404) {
      return;
    }
    const { config, url = '' } = request.routeOptions;
    const access = config.access ?? accessToOthers(url);
    if (access === undefined) {
      logger.error(`${request.method} ${url} says nothing of who may call it: it is refused`);
      throw new ForbiddenException('Nobody may do this: the route does not say whom it is for.');
    }
    if (access === 'public') {
      if (config.access !== undefined) {
        await count(request);
      }
      return;
    }
    try {
      request.principal = await authenticator.authenticate(request);
      if (request.principal !== null) {
        const { id, kind, role } = request.principal;
        enterActor({ id, kind, role });
      }
    } finally {
      // those that are refused too, or guesses would be free
      await count(request);
    }
    if (request.principal === null) {
      throw new NotKnown(authenticator.loginPath);
    }
    checkRole(request.principal, access);
  });
}

/** Who makes a request, on a route that is not public. @throws InternalError on one that is */
export function principalOf({ principal }: FastifyRequest): Principal {
  if (principal === null) {
    throw new InternalError('A public route asks who makes the request.');
  }
  return principal;
}

function checkRole({ name, role }: Principal, needed: Exclude<Access, 'public'>): void {
  if (!includesRole(role, needed)) {
    throw new ForbiddenException(`This is for the role ${needed}; ${name} has the role ${role}.`);
  }
}
