import { AsyncLocalStorage } from 'node:async_hooks';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Actor } from '@warren/contracts';
import { currentActor, traceId, withActor } from '@warren/messaging';
import { isDenied } from './denied-requests.ts';

/** Whoever sent a request, until the guard has found it out. */
const unknown: Actor = { id: 'unknown', kind: 'unknown', role: null };

/** Receives a request that was denied. */
type OnDenied = (actor: Actor, route: string, status: number, traceId: string) => void;

/**
 * Runs each request for the one who makes it, which requests to other services carry on, and reports those that are denied.
 * The guard enters the actor once it is known who that is. To be registered before whatever denies requests.
 */
export function carryActor(server: FastifyInstance, onDenied: OnDenied): void {
  server.addHook('onRequest', (request, reply, done) => {
    withActor(unknown, () => {
      const within = AsyncLocalStorage.snapshot();
      reply.raw.once('finish', () => {
        const { statusCode } = reply.raw;
        if (isDenied(statusCode)) {
          within(() => onDenied(currentActor() ?? unknown, routeOf(request), statusCode, traceId()));
        }
      });
      done();
    });
  });
}

/** Method and path as registered: an address may hold anything, and each would be another entry. */
function routeOf({ method, is404, routeOptions }: FastifyRequest): string {
  return `${method} ${is404 ? 'no route' : (routeOptions.url ?? 'no route')}`;
}
