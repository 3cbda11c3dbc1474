import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { EventServiceEnvironment, ServiceEnvironment } from '../environment.ts';
import { isLoopback, isThisMachine, lookUpReach, withinReach } from './reach.ts';

const Gateway = ServiceEnvironment.extend({ AUTH: z.enum(['local', 'oidc']).default('local') }).check(
  withinReach,
);
const Service = EventServiceEnvironment.omit({ DATABASE_URL: true }).check(withinReach);

const problemsOf = (schema: z.ZodType, env: Record<string, string>): string[] =>
  (schema.safeParse(env).error?.issues ?? []).map(({ path, message }) => `${path.join('.')}: ${message}`);

it.each(['127.0.0.1', '127.8.9.10', '::1', '[::1]', '::ffff:127.0.0.1', '0:0:0:0:0:0:0:1'])(
  '%s is an address of this machine alone',
  (address) => expect(isLoopback(address)).toBe(true),
);

it.each([
  '0.0.0.0',
  '::',
  '[::]',
  '::ffff:0.0.0.0',
  '::ffff:10.0.0.7',
  '10.0.0.7',
  '128.0.0.1',
  'localhost',
  '',
])('%s is not', (address) => expect(isLoopback(address)).toBe(false));

it('knows the names of this machine that browsers resolve without asking anybody', () => {
  const hosts = ['localhost', 'warren.localhost', '127.0.0.1', '[::1]', 'localhost.example.org', 'warren'];
  expect(hosts.filter(isThisMachine)).toEqual(['localhost', 'warren.localhost', '127.0.0.1', '[::1]']);
});

describe('a process that asks nobody who they are', () => {
  it.each(['0.0.0.0', '::', '10.0.0.7', '::ffff:0.0.0.0'])('is not to listen on %s', (HOST) => {
    expect(problemsOf(Gateway, { HOST })).toEqual([
      expect.stringMatching(
        /^HOST: .*asks nobody who they are: leave HOST out, or set AUTH=oidc .*PUBLISH_ON/,
      ),
    ]);
    expect(problemsOf(Service, { HOST })).toEqual([expect.stringMatching(/^HOST: .*health and metrics/)]);
  });

  it('may listen everywhere in a container whose port is published on this machine alone, or not at all', () => {
    for (const published of ['127.0.0.1', '[::1]', 'localhost', 'none']) {
      expect(problemsOf(Gateway, { HOST: '0.0.0.0', PUBLISH_ON: published })).toEqual([]);
      expect(problemsOf(Service, { HOST: '0.0.0.0', PUBLISH_ON: published })).toEqual([]);
    }
  });

  it.each(['0.0.0.0', '::', '[::]', '192.168.1.4', 'warren.example.org'])(
    'is not to be published on %s',
    (PUBLISH_ON) => {
      for (const host of ['0.0.0.0', '127.0.0.1']) {
        expect(problemsOf(Gateway, { HOST: host, PUBLISH_ON })).toEqual([
          expect.stringMatching(/^PUBLISH_ON: .*set PUBLISH_ON=127\.0\.0\.1, or set AUTH=oidc/),
        ]);
      }
    },
  );

  it.each(['0', '0x0', '0.0'])(
    'is not to listen on %s, which the resolver reads as an address',
    async (HOST) => {
      expect(problemsOf(Gateway, { HOST })).toEqual([]);
      await expect(lookUpReach({ HOST, AUTH: 'local' })).rejects.toThrow(
        /^HOST: 0.*0\.0\.0\.0.*leave HOST out/,
      );
    },
  );

  it.each(['localhost', '127.1', '127.0.0.1'])('may listen on %s', async (HOST) => {
    await expect(lookUpReach({ HOST, AUTH: 'local' })).resolves.toBeUndefined();
  });
});

it('lets a process that asks everybody listen everywhere', async () => {
  expect(problemsOf(Gateway, { HOST: '0.0.0.0', PUBLISH_ON: '0.0.0.0', AUTH: 'oidc' })).toEqual([]);
  await expect(lookUpReach({ HOST: '0', AUTH: 'oidc' })).resolves.toBeUndefined();
});
