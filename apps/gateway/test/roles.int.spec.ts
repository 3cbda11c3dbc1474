import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { ImportNotFound, Role, includesRole } from '@warren/contracts';
import { problemIn, startGateway } from './gateway.ts';
import type { Gateway } from './gateway.ts';
import { as, namedPrincipals } from './named-principals.ts';

interface Call {
  readonly method: string;
  readonly path: string;
  readonly role: string;
}

const OpenApi = z.object({
  paths: z.record(
    z.string(),
    z.record(
      z.string(),
      z.looseObject({ 'x-role': z.string().default('none'), responses: z.record(z.string(), z.unknown()) }),
    ),
  ),
});

let gateway: Gateway;
let document: z.infer<typeof OpenApi>;
/** Every route, of things that are not there: nothing is found, but whoever may not look is told so first. */
let calls: Call[] = [];

beforeAll(async () => {
  gateway = await startGateway({}, namedPrincipals);
  gateway.peer.state.before['members.undo-import'] = () => {
    throw ImportNotFound.of('999');
  };
  document = OpenApi.parse(await (await fetch(`${gateway.url}/openapi.json`)).json());
  calls = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      method: method.toUpperCase(),
      path: path.replaceAll(/\{\w+\}/g, '999'),
      role: operation['x-role'],
    })),
  );
});
afterAll(async () => gateway.close());

async function statusOf({ method, path }: Call, headers: Record<string, string>): Promise<number> {
  const sent = path.endsWith('/discover') || path.endsWith('/refresh') ? { prefer: 'respond-async' } : {};
  const answer = await fetch(gateway.url + path, { method, headers: { ...headers, ...sent } });
  await answer.body?.cancel();
  return answer.status;
}

describe('every route', () => {
  it('says whom it is for', () => {
    expect(calls.length).toBeGreaterThan(28);
    expect(calls.filter(({ role }) => ![...Role.options, 'public'].includes(role))).toEqual([]);
    const open = calls.filter(({ role }) => role === 'public').map(({ path }) => path);
    expect(open.toSorted()).toEqual(['/healthz', '/readyz']);
  });

  it('answers 401 to whoever is not known, and 403 to whoever has too low a role', async () => {
    for (const call of calls) {
      const found: (number | 'let in')[] = [];
      for (const headers of [{}, ...Role.options.map((role) => as(role))]) {
        const status = await statusOf(call, headers);
        found.push(status === 401 || status === 403 ? status : 'let in');
      }
      const known = Role.options.map((role) =>
        call.role === 'public' || includesRole(role, Role.parse(call.role)) ? 'let in' : 403,
      );
      expect([call, found]).toEqual([call, [call.role === 'public' ? 'let in' : 401, ...known]]);
    }
  });

  it('says so in the documentation', () => {
    const silent = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods)
        .filter(
          ([, { responses, ...it }]) =>
            it['x-role'] !== 'public' && !('401' in responses && '403' in responses),
        )
        .map(([method]) => `${method} ${path}`),
    );
    expect(silent).toEqual([]);
  });
});

describe('a request that is refused', () => {
  it('is answered before its body has come', async () => {
    const body = new ReadableStream({ start: (controller) => controller.enqueue(new Uint8Array(10)) });
    const answer = await fetch(`${gateway.url}/api/v1/members`, {
      method: 'POST',
      headers: { ...as('viewer'), 'content-type': 'application/json' },
      body,
      // a body that never ends
      duplex: 'half',
    });
    expect(await problemIn(answer)).toMatchObject({
      status: 403,
      detail: expect.stringContaining('operator'),
    });
  });

  it('names the way to authenticate where nobody is known', async () => {
    const answer = await fetch(`${gateway.url}/api/v1/patterns`);
    expect(answer.headers.get('www-authenticate')).toMatch(/^Bearer /);
    expect((await problemIn(answer)).status).toBe(401);
  });
});

it('lets this machine do everything with AUTH=local, without a login', async () => {
  const local = await startGateway();
  for (const path of ['/api/v1/members', '/api/v1/patterns', '/metrics', '/docs', '/openapi.json']) {
    expect([path, (await fetch(local.url + path)).status]).toEqual([path, 200]);
  }
  await local.close();
});
