import { expect, it } from '@jest/globals';
import { fastify } from 'fastify';
import type { FastifyInstance } from 'fastify';
import type { Principal } from '@warren/contracts';
import { guardRoutes } from './access.guard.ts';
import { accessToOthers } from './routes-of-others.ts';

const admin: Principal = { id: 'a', name: 'Ada', kind: 'person', role: 'admin' };

/** A server whose requests are all made by one principal, or by nobody. */
function guarded(principal: Principal | null): FastifyInstance {
  const server = fastify();
  guardRoutes(server, { authenticate: async () => Promise.resolve(principal) }, async () =>
    Promise.resolve(),
  );
  return server;
}

it('refuses a route that does not say whom it is for, even to an admin', async () => {
  const server = guarded(admin);
  let ran = false;
  server.get('/api/v1/forgotten', async () => {
    ran = true;
    return Promise.resolve('told');
  });
  const answer = await server.inject('/api/v1/forgotten');
  expect([answer.statusCode, ran]).toEqual([403, false]);
  expect(answer.body).not.toContain('told');
});

it('asks nobody who they are on a public route, and everybody on others', async () => {
  const server = guarded(null);
  server.get('/open', { config: { access: 'public' } }, async ({ principal }) =>
    Promise.resolve({ principal }),
  );
  server.get('/closed', { config: { access: 'viewer' } }, async () => Promise.resolve('told'));
  expect((await server.inject('/open')).json()).toEqual({ principal: null });
  expect((await server.inject('/closed')).statusCode).toBe(401);
  expect((await server.inject({ method: 'HEAD', url: '/closed' })).statusCode).toBe(401);
  expect((await server.inject('/none')).statusCode).toBe(404);
});

it('opens what is below the folders of page and documentation, and nothing beside them', () => {
  const known = ['/app/*', '/app/assets/x.js', '/docs', '/docs/index.html', '/'].map(accessToOthers);
  expect(new Set(known)).toEqual(new Set(['public']));
  const unknown = ['/appendix', '/docs2', '/api/v1/members', '/healthz/x', ''].map(accessToOthers);
  expect(new Set(unknown)).toEqual(new Set([undefined]));
});
