import type { FastifyInstance } from 'fastify';
import type { Actor } from '@warren/contracts';
import { withActor } from '@warren/messaging';

/** Whoever uses this machine, where there is no login. */
const thisMachine: Actor = { id: 'local', kind: 'local', role: 'admin' };

/**
 * Runs each request for the one who makes it, which requests to other services carry on. `enterActor` replaces it once it
 * is known who that is.
 */
export function carryActor(server: FastifyInstance): void {
  server.addHook('onRequest', (_request, _reply, done) => {
    withActor(thisMachine, done);
  });
}
