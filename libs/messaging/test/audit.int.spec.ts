import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { INestApplication } from '@nestjs/common';
import { Controller } from '@nestjs/common';
import { Conflict, MemberNotFound, ServiceUnavailable } from '@warren/contracts';
import type { AuditEntry, ReplyOf, RequestOf } from '@warren/contracts';
import { createTestDatabase, startTestNats } from '@warren/testing';
import type { Nats, TestDatabase } from '@warren/testing';
import {
  Answers,
  AuditEntries,
  AuditLog,
  RequestClient,
  forgetGoneInAudit,
  forgetInAudit,
  withActor,
  withTrace,
} from '../src/index.ts';
import { createService, emOf, makeTables, startService } from './support.ts';

const ada = { id: 'https://id.example/ada', kind: 'person', role: 'operator' } as const;
const outcome: { of: (id: number) => Error | undefined } = { of: () => undefined };

@Controller()
class Members {
  @Answers('members.erase')
  async erase({ id }: RequestOf<'members.erase'>): Promise<ReplyOf<'members.erase'>> {
    const error = outcome.of(id);
    return error === undefined ? Promise.resolve({ erased: true }) : Promise.reject(error);
  }

  @Answers('members.get')
  async get({ id }: RequestOf<'members.get'>): Promise<ReplyOf<'members.get'>> {
    return Promise.reject(MemberNotFound.of(id));
  }
}

describe('the audit', () => {
  let nats: Nats;
  let database: TestDatabase;
  let app: INestApplication;
  let log: AuditLog;

  beforeAll(async () => {
    [nats, database] = await Promise.all([startTestNats(), createTestDatabase()]);
    const setUp = await createService({ nats: nats.url, database: database.url });
    await makeTables(setUp);
    await setUp.close();
    app = await startService({
      nats: nats.url,
      database: database.url,
      service: 'member-profile',
      controllers: [Members],
    });
    log = app.get(AuditLog);
  });
  afterAll(async () => {
    await app.close();
    await database.drop();
    await nats.stop();
  });
  beforeEach(async () => {
    outcome.of = () => undefined;
    await emOf(app).execute('alter table audit_entry disable trigger user');
    await emOf(app).execute('truncate audit_entry');
    await emOf(app).execute('alter table audit_entry enable trigger user');
  });

  async function recorded(ids: string[], action = 'members.update'): Promise<void> {
    await emOf(app).transactional(async (em) =>
      log.record(em, { action, target: { kind: 'member', ids }, details: { fields: 'bio' } }),
    );
  }

  const entries = async (): Promise<AuditEntry[]> =>
    (await app.get(AuditEntries).list({ limit: 200 })).entries.toReversed();

  it('has who did what to what within which trace, committed with the effect and only then', async () => {
    const traceparent = `00-${'ab'.repeat(16)}-${'cd'.repeat(8)}-01`;
    await withActor(ada, async () => withTrace(traceparent, async () => recorded(['12'])));
    await expect(
      emOf(app).transactional(async (em) => {
        await log.record(em, { action: 'members.erase', target: { kind: 'member', ids: ['13'] } });
        throw new Error('the effect fails');
      }),
    ).rejects.toThrow('the effect fails');
    expect(await entries()).toEqual([
      {
        service: 'member-profile',
        id: expect.any(Number),
        at: expect.stringMatching(/^\d{4}-.*Z$/),
        actor: ada,
        action: 'members.update',
        target: { kind: 'member', ids: ['12'] },
        outcome: 'done',
        reason: null,
        trace_id: 'ab'.repeat(16),
        details: { fields: 'bio' },
      },
    ]);
  });

  it('names the service for its own work, and counts ids beyond a hundred', async () => {
    await recorded(Array.from({ length: 130 }, (_, at) => String(at)));
    const [entry] = await entries();
    expect(entry!.actor).toEqual({ id: 'service:member-profile', kind: 'service', role: null });
    expect(entry!.target?.ids).toHaveLength(100);
    expect(entry!.details).toEqual({ fields: 'bio', further_ids: 30 });
  });

  it.each([
    `update audit_entry set actor_id = 'nobody'`,
    'delete from audit_entry',
    'truncate audit_entry',
    `insert into audit_entry overriding system value select * from audit_entry on conflict (id) do update set action = 'x'`,
  ])('refuses %j', async (statement) => {
    await recorded(['12']);
    await expect(emOf(app).execute(statement)).rejects.toThrow(/append-only/);
    expect(await entries()).toHaveLength(1);
  });

  it('deletes old entries by its function alone, and none of the last 30 days', async () => {
    await recorded(['1']);
    await emOf(app).execute('alter table audit_entry disable trigger user');
    await emOf(app).execute(
      `insert into audit_entry (at, actor_id, actor_kind, action, target_ids, outcome, trace_id, details)
       select now() - age * interval '1 day', 'x', 'person', 'members.update', '{}', 'done', '', '{}'
       from unnest(array[29, 31, 400]) as old (age)`,
    );
    await emOf(app).execute('alter table audit_entry enable trigger user');
    const purge = async (days: number, most: number) =>
      emOf(app).execute(`select audit_entry_purge(now() - ? * interval '1 day', ?) as purged`, [days, most]);
    expect(await purge(365, 10)).toEqual([{ purged: 1 }]);
    expect(await purge(-1, 10)).toEqual([{ purged: 1 }]);
    expect(await purge(-1, 10)).toEqual([{ purged: 0 }]);
    expect(await entries()).toHaveLength(2);
  });

  it('replaces an erased member wherever it stands, and nobody else', async () => {
    await recorded(['12', '1', '121']);
    await recorded(['12'], 'members.export');
    await emOf(app).transactional(async (em) =>
      log.record(em, { action: 'runs.cancel', target: { kind: 'run', ids: ['12'] } }),
    );
    await emOf(app).transactional(async (em) => expect(await forgetInAudit(em, [12], 'erased:hash')).toBe(2));
    expect((await entries()).map(({ target }) => target?.ids)).toEqual([
      ['erased:hash', '1', '121'],
      ['erased:hash'],
      ['12'],
    ]);
    expect(await forgetGoneInAudit(emOf(app), (ids) => ids.filter((id) => id === 121))).toBe(1);
    expect((await entries())[0]?.target?.ids).toEqual(['erased:hash', '1', 'erased:']);
  });

  describe('of a request that is rejected', () => {
    const erase = async (id: number) =>
      withActor(ada, async () => app.get(RequestClient).ask('members.erase', { id }));

    it('has the actor of the caller, the target and the name of the error', async () => {
      outcome.of = () => new Conflict('Words that nobody should find here.');
      await expect(erase(12)).rejects.toBeInstanceOf(Conflict);
      const [entry, ...others] = await entries();
      expect(others).toEqual([]);
      expect(entry).toMatchObject({
        actor: ada,
        action: 'members.erase',
        target: { kind: 'member', ids: ['12'] },
        outcome: 'failed',
        reason: 'Conflict',
      });
      expect(JSON.stringify(entry)).not.toContain('nobody should find');
    });

    it('does not name an id that no member has, which may be that of an erased one', async () => {
      outcome.of = (id) => MemberNotFound.of(id);
      await expect(erase(918_273)).rejects.toBeInstanceOf(MemberNotFound);
      expect((await entries()).map(({ target }) => target)).toEqual([{ kind: 'member', ids: [] }]);
    });

    it('is empty after an outage, and where the request changes nothing', async () => {
      outcome.of = () => new ServiceUnavailable('Later.');
      await expect(erase(12)).rejects.toBeInstanceOf(ServiceUnavailable);
      await expect(app.get(RequestClient).ask('members.get', { id: 1 })).rejects.toBeInstanceOf(
        MemberNotFound,
      );
      outcome.of = () => undefined;
      await erase(12);
      expect(await entries()).toEqual([]);
    });

    it('grows by a few entries, however often it is sent', async () => {
      outcome.of = () => new TypeError('a defect');
      for (let sent = 0; sent < 12; sent += 1) {
        await expect(erase(sent + 1)).rejects.toThrow();
      }
      expect((await entries()).length).toBe(5);
    });
  });

  it('is filtered by actor, action, target, outcome and time', async () => {
    await withActor(ada, async () => recorded(['12', '13']));
    await recorded(['14'], 'members.create');
    const list = async (query: object) =>
      (await app.get(AuditEntries).list({ limit: 50, ...query })).entries.map(({ action }) => action);
    expect(await list({})).toEqual(['members.create', 'members.update']);
    expect(await list({ actor: ada.id })).toEqual(['members.update']);
    expect(await list({ action: 'members.create' })).toEqual(['members.create']);
    expect(await list({ target_kind: 'member', target_id: '13' })).toEqual(['members.update']);
    expect(await list({ target_kind: 'run' })).toEqual([]);
    expect(await list({ outcome: 'failed' })).toEqual([]);
    const [newest, oldest] = (await app.get(AuditEntries).list({ limit: 50 })).entries;
    expect(await list({ before: newest })).toEqual(['members.update']);
    expect(await list({ to: oldest!.at })).toEqual([]);
    expect(await list({ from: '2099-01-01T00:00:00Z' })).toEqual([]);
  });

  it('goes on after any place, also among entries of one moment', async () => {
    const at = '2026-11-01T10:00:00.000Z';
    await emOf(app).execute(
      `insert into audit_entry (at, actor_id, actor_kind, action, target_ids, outcome, trace_id, details)
       select ?::timestamptz, 'x', 'person', 'members.update', '{}', 'done', '', '{}' from generate_series(1, 3)`,
      [at],
    );
    const ids = (await entries()).map(({ id }) => id);
    const after = async (service: AuditEntry['service'], id: number) =>
      (await app.get(AuditEntries).list({ limit: 50, before: { at, service, id } })).entries.map(
        (it) => it.id,
      );
    expect(await after('member-profile', ids[2]!)).toEqual([ids[1], ids[0]]);
    // At one moment entries of this service come before those of the others.
    expect(await after('pattern-finder', 1)).toEqual([]);
  });
});
