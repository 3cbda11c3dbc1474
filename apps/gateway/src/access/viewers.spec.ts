import { Readable } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import { fastify } from 'fastify';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Role } from '@warren/contracts';
import { showViewersLess } from './viewers.ts';

const forViewers = (smallest: number) =>
  z.object({ members: z.int().min(smallest) }).transform(({ members }) => ({ members }));

/** A server that answers a principal of a role. */
function serverFor(role: Role, answer: unknown, says = true): FastifyInstance {
  const server = fastify();
  server.decorateRequest('principal', null);
  server.addHook('onRequest', async (request) => {
    request.principal = { id: role, name: role, kind: 'person', role };
    return Promise.resolve();
  });
  showViewersLess(server, 5);
  server.get('/', { config: says ? { forViewers } : {} }, async () => Promise.resolve(answer));
  return server;
}

describe('the answer to a viewer', () => {
  it.each([
    ['an object', { members: 7, secret: 'x' }],
    ['JSON', '{"members":7,"secret":"x"}'],
    ['bytes', Buffer.from('{"members":7,"secret":"x"}')],
  ])('is what the route says, where it is %s', async (_, answer) => {
    const shown = await serverFor('viewer', answer).inject('/');
    expect([shown.statusCode, JSON.parse(shown.body)]).toEqual([200, { members: 7 }]);
    expect(shown.headers['content-length']).toBe(String(shown.body.length));
    expect((await serverFor('operator', answer).inject('/')).body).toContain('secret');
  });

  it('is that of each event, and keeps no other line of it', async () => {
    const event = 'event: step\nid: 1\nsecret: x\ndata: {"members":7,"secret":"x"}\n\n';
    const shown = await serverFor('viewer', Readable.from([event, ': still here\n\n'])).inject('/');
    expect(shown.body).toBe('event: step\nid: 1\ndata: {"members":7}\n\n: still here\n\n');
  });

  it.each([
    ['is of a small group', { members: 4, secret: 'x' }, true],
    ['is no JSON', 'secret', true],
    ['has another shape', { secret: 'x' }, true],
    ['is of a route that does not say what viewers are shown', { members: 7, secret: 'x' }, false],
  ])('is none where it %s', async (_, answer, says) => {
    const shown = await serverFor('viewer', answer, says).inject('/');
    expect([shown.statusCode, shown.body.includes('secret')]).toEqual([500, false]);
  });

  it('breaks off where an event has another shape', async () => {
    const events = Readable.from(['data: {"members":7}\n\n', 'data: {"members":1,"secret":"x"}\n\n']);
    const shown = await serverFor('viewer', events)
      .inject('/')
      .then(({ body }) => body, String);
    expect(shown).not.toContain('secret');
  });
});
