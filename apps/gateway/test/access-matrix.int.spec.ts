import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { Role, includesRole } from '@warren/contracts';
import { aMember, aPattern, aRun, aTheme, anIntroduction } from './builders.ts';
import { startOidcGateway } from './oidc-gateway.ts';
import type { OidcGateway } from './oidc-gateway.ts';

const Access = z.union([Role, z.literal('public')]);
const Document = z.looseObject({
  paths: z.record(z.string(), z.record(z.string(), z.looseObject({ 'x-role': Access }))),
});

/** Who asks: five people and two programs, with the role that each has. */
const askers = {
  'somebody who is not logged in': undefined,
  nora: null,
  vera: 'viewer',
  otto: 'operator',
  ada: 'admin',
  'the program nightly': 'operator',
  'the program stray': null,
} as const satisfies Record<string, Role | null | undefined>;
type Asker = keyof typeof askers;

/** Bodies of routes that need one. */
const bodies: Readonly<Record<string, [type: string, body: string]>> = {
  'post /api/v1/members': ['application/json', '{"first_name":"Mia"}'],
  'patch /api/v1/members/{id}': ['application/json', '{"bio":"draws"}'],
  'patch /api/v1/introductions/{id}': ['application/json', '{"state":"met"}'],
  'patch /api/v1/themes/{id}': ['application/json', '{"status":"dismissed"}'],
  'patch /api/v1/patterns/{id}': ['application/json', '{"pinned":true}'],
  'post /api/v1/members/import': ['text/csv', 'email,first_name\nmia@example.org,Mia\n'],
};

const logout = 'post /auth/logout';

/** Routes whose success the stand-in behind the gateway cannot give. */
const unprepared = new Set(['get /api/v1/discovery-runs/{id}/events']);

let gateway: OidcGateway;
let routes: [call: string, access: z.infer<typeof Access>][];
const headersOf = new Map<Asker, Record<string, string>>();

beforeAll(async () => {
  gateway = await startOidcGateway({ DISCOVER_WAIT_S: '0' });
  const { paths } = Document.parse(await (await fetch(`${gateway.url}/openapi.json`)).json());
  routes = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, route]): (typeof routes)[number] => [
      `${method} ${path}`,
      route['x-role'],
    ]),
  );
  // the logout last, which ends the session of whoever asks
  routes.sort(([one], [other]) => Number(one === logout) - Number(other === logout));
  headersOf.set('somebody who is not logged in', {});
  for (const person of ['nora', 'vera', 'otto', 'ada'] as const) {
    const { visitor } = await gateway.logIn(person);
    headersOf.set(person, {
      cookie: `warren-session=${visitor.cookie(gateway.url, 'warren-session') ?? ''}`,
    });
  }
  for (const program of ['nightly', 'stray'] as const) {
    const token = await gateway.provider.tokenOf(program);
    headersOf.set(`the program ${program}`, { authorization: `Bearer ${token}` });
  }
}, 120_000);
afterAll(() => gateway.close());

/** Answer to a call by somebody, of a gateway whose data are as at first. */
async function statusOf(call: string, asker: Asker): Promise<number> {
  const { state } = gateway.peer;
  // enough members for viewers to be told of it
  state.patterns = [aPattern(1, { related_member_ids: [1, 2, 3, 4, 5, 6], member_count: 6 })];
  state.runs = new Map([[1, aRun(1)]]);
  state.introductions = [anIntroduction(1)];
  state.themes = [aTheme(1)];
  state.erased = [];
  state.undone = 0;
  state.members = new Map([[1, aMember(1)]]);
  const [method = '', path = ''] = call.split(' ');
  const [type, body] = bodies[call] ?? [];
  const hangUp = new AbortController();
  const answer = await fetch(gateway.url + path.replaceAll('{id}', '1'), {
    method: method.toUpperCase(),
    redirect: 'manual',
    signal: hangUp.signal,
    headers: { ...headersOf.get(asker), ...(type !== undefined && { 'content-type': type }) },
    ...(body !== undefined && { body }),
  });
  hangUp.abort();
  return answer.status;
}

/** What the table says: 401 to whoever is not known, 403 without the role, else the route's own answer. */
function expected(access: z.infer<typeof Access>, role: Role | null | undefined): 401 | 403 | 'allowed' {
  if (access === 'public') {
    return 'allowed';
  }
  if (role === undefined) {
    return 401;
  }
  return role !== null && includesRole(role, access) ? 'allowed' : 403;
}

describe('every route', () => {
  it('names a role, or that it is public', () => {
    expect(routes.length).toBeGreaterThan(30);
    const open = routes.filter(([, access]) => access === 'public').map(([call]) => call);
    expect(open.toSorted()).toEqual([
      'get /auth/callback',
      'get /auth/end-session',
      'get /auth/login',
      'get /healthz',
      'get /readyz',
      'post /auth/logout',
    ]);
  });

  it.each(Object.keys(askers) as Asker[])('answers %s as the table says', async (asker) => {
    const role = askers[asker];
    for (const [call, access] of routes) {
      const wanted = expected(access, role);
      const status = await statusOf(call, asker);
      const isRefused = status === 401 || status === 403;
      expect([call, access, isRefused ? status : 'allowed', status < 500]).toEqual([
        call,
        access,
        wanted,
        true,
      ]);
      if (wanted === 'allowed' && access !== 'public' && !unprepared.has(call)) {
        expect([call, status, status < 300]).toEqual([call, status, true]);
      }
    }
  });
});
