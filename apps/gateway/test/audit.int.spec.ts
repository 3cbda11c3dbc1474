import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { AuditPage, MemberExport, ServiceUnavailable } from '@warren/contracts';
import type { AuditEntry } from '@warren/contracts';
import { DeniedRequests } from '../src/audit/denied-requests.ts';
import { aMember } from './builders.ts';
import { problemIn, read, startGateway } from './gateway.ts';
import type { Gateway } from './gateway.ts';

let gateway: Gateway;

beforeAll(async () => {
  gateway = await startGateway();
});
afterAll(() => gateway.close());
beforeEach(() => {
  Object.assign(gateway.peer.state, { audit: [], auditQueries: [], denied: [], before: {} });
});

const get = async (path: string, init: RequestInit = {}): Promise<Response> =>
  fetch(`${gateway.url}/api/v1${path}`, init);

function entry(service: AuditEntry['service'], id: number, at: string): AuditEntry {
  return {
    service,
    id,
    at,
    actor: { id: 'local', kind: 'local', role: 'admin' },
    action: 'runs.create',
    target: { kind: 'run', ids: [String(id)] },
    outcome: 'done',
    reason: null,
    trace_id: 'ab'.repeat(16),
    details: { kind: 'discover' },
  };
}

describe('GET /audit', () => {
  it('shows the entries of all services, newest first, page by page', async () => {
    gateway.peer.state.audit = [
      entry('pattern-finder', 9, '2026-11-30T10:00:03.000Z'),
      entry('member-profile', 4, '2026-11-30T10:00:02.000Z'),
      entry('question-generator', 1, '2026-11-30T10:00:01.000Z'),
    ];
    const page = await read(await get('/audit?limit=2'), AuditPage);
    expect(page.entries.map(({ service }) => service)).toEqual(['pattern-finder', 'member-profile']);
    expect(page.next).not.toBeNull();
    gateway.peer.state.auditQueries = [];
    await get(`/audit?limit=2&cursor=${page.next ?? ''}`);
    expect(gateway.peer.state.auditQueries).toHaveLength(3);
    expect(gateway.peer.state.auditQueries[0]?.before).toEqual({
      service: 'member-profile',
      id: 4,
      at: '2026-11-30T10:00:02.000Z',
    });
    expect((await read(await get('/audit'), AuditPage)).next).toBeNull();
  });

  it('asks every service for what the filters name', async () => {
    await get(
      '/audit?actor=ada&action=members.erase&target_kind=member&target_id=12&outcome=failed&from=2026-11-01T00:00:00Z&to=2026-12-01T00:00:00%2B01:00',
    );
    const asked = {
      actor: 'ada',
      action: 'members.erase',
      target_kind: 'member',
      target_id: '12',
      outcome: 'failed',
      from: '2026-11-01T00:00:00Z',
      to: '2026-12-01T00:00:00+01:00',
      limit: 50,
    };
    expect(gateway.peer.state.auditQueries).toEqual([asked, asked, asked]);
  });

  it.each([
    'cursor=nonsense',
    'from=yesterday',
    'limit=0',
    'limit=1000',
    'outcome=maybe',
    'target_kind=king',
  ])('is a 422 for %s', async (query) => {
    expect(await problemIn(await get(`/audit?${query}`))).toMatchObject({ status: 422 });
  });

  it('is a 503 while a service is away, rather than an audit with gaps', async () => {
    gateway.peer.state.before['questions.list-audit'] = () => {
      throw new ServiceUnavailable('Away.');
    };
    expect(await problemIn(await get('/audit'))).toMatchObject({ status: 503 });
  });
});

describe('GET /members/{id}/export', () => {
  it('gathers what all services keep, each row once', async () => {
    gateway.peer.state.members.set(12, aMember(12));
    const found = await read(await get('/members/12/export'), MemberExport);
    expect(found.member).toMatchObject({ id: 12 });
    expect(found.model_turns).toEqual([{ run_id: 7, turn: 1 }]);
    expect(found.questions).toHaveLength(1);
    expect(found.rows).toEqual([
      { service: 'member-profile', table: 'member', key: { id: '12' }, columns: ['id'] },
      {
        service: 'pattern-finder',
        table: 'run_turn',
        key: { run_id: '7', turn: '1' },
        columns: ['results', 'response'],
      },
      { service: 'question-generator', table: 'question', key: { id: '3' }, columns: ['related_member_ids'] },
    ]);
  });

  it('is a 404 for nobody', async () => {
    expect(await problemIn(await get('/members/77/export'))).toMatchObject({ status: 404 });
  });
});

describe('a request that is denied', () => {
  const unknown = { id: 'unknown', kind: 'unknown', role: null };
  const foreign = { headers: { 'sec-fetch-site': 'cross-site' }, method: 'POST' };
  const send = async () => gateway.app.get(DeniedRequests).send();

  it('is recorded with those like it, by who sent it, route and status, whatever its address holds', async () => {
    const traceparent = `00-${'cd'.repeat(16)}-${'ef'.repeat(8)}-01`;
    for (let sent = 0; sent < 5; sent += 1) {
      await get(`/discovery-runs/${sent + 1}/cancel?word=${sent}`, {
        ...foreign,
        headers: { ...foreign.headers, traceparent },
      });
    }
    await get('/patterns/discover', foreign);
    await get('/no/such/route', foreign);
    await send();
    await send();
    expect(gateway.peer.state.denied).toHaveLength(1);
    expect(gateway.peer.state.denied[0]?.tries).toEqual([
      {
        actor: unknown,
        route: 'POST /api/v1/discovery-runs/:id/cancel',
        status: 403,
        count: 5,
        trace_id: 'cd'.repeat(16),
      },
      expect.objectContaining({ route: 'POST /api/v1/patterns/discover', count: 1 }),
      expect.objectContaining({ route: 'POST no route', count: 1 }),
    ]);
  });

  it('is sent again under the same id where that could not be recorded', async () => {
    gateway.peer.state.before['audit.record-denied'] = () => {
      throw new ServiceUnavailable('Later.');
    };
    await get('/patterns/discover', foreign);
    await send();
    expect(gateway.peer.state.denied).toEqual([]);
    delete gateway.peer.state.before['audit.record-denied'];
    await get('/patterns/refresh', foreign);
    await send();
    await send();
    const routes = gateway.peer.state.denied.map(({ tries }) => tries.map(({ route }) => route));
    expect(routes).toEqual([['POST /api/v1/patterns/discover'], ['POST /api/v1/patterns/refresh']]);
    expect(new Set(gateway.peer.state.denied.map(({ id }) => id)).size).toBe(2);
  });

  it('fills no memory and no table, however many there are', async () => {
    const denied = gateway.app.get(DeniedRequests);
    for (let sent = 0; sent < 3_000; sent += 1) {
      denied.add({ id: `person ${sent}`, kind: 'person', role: 'viewer' }, 'GET /api/v1/members', 403, '');
    }
    await send();
    const { tries } = gateway.peer.state.denied[0]!;
    expect(tries.length).toBe(501);
    expect(tries.reduce((all, { count }) => all + count, 0)).toBe(3_000);
    expect(tries.at(-1)).toMatchObject({ actor: { id: 'others' }, route: 'others', count: 2_500 });
  });

  it('is no request that was answered otherwise', async () => {
    await get('/patterns?limit=none');
    await get('/members/77');
    await send();
    expect(gateway.peer.state.denied).toEqual([]);
  });
});
