import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { Conflict, MemberNotFound } from '@warren/contracts';
import type { AuditEntry, MemberLine } from '@warren/contracts';
import { AuditLog, Retention, armFailpoints, withActor } from '@warren/messaging';
import { startService } from './service.ts';
import type { Service } from './service.ts';

const ada = { id: 'https://id.example/ada', kind: 'person', role: 'admin' } as const;
const ownRole = 'audit_keeper_of_test';

describe('the audit of members', () => {
  let service: Service;
  let last = 0;
  let seen = 0;

  beforeAll(async () => {
    service = await startService();
  });
  afterAll(async () => {
    armFailpoints(undefined);
    await service.stop();
  });

  const ask: Service['ask'] = async (...args) => withActor(ada, async () => service.ask(...args));

  /** Entries since the last call, oldest first. */
  async function news(): Promise<AuditEntry[]> {
    const { entries } = await service.ask('members.list-audit', { limit: 200 });
    const fresh = entries.filter(({ id }) => id > seen).toReversed();
    seen = Math.max(seen, ...entries.map(({ id }) => id));
    return fresh;
  }

  const briefly = ({ actor, action, target, outcome, reason, details }: AuditEntry) => ({
    actor: actor.id,
    action,
    ids: target?.ids,
    outcome,
    reason,
    details,
  });
  const done = (action: string, ids: string[], details: object = {}) => ({
    actor: ada.id,
    action,
    ids,
    outcome: 'done',
    reason: null,
    details,
  });

  async function newMember(line: Partial<MemberLine> = {}): Promise<number> {
    last += 1;
    const member = { external_id: `member-${last}`, email: `member-${last}@example.org`, ...line };
    const { id } = await ask('members.create', { member });
    return id;
  }

  it('has one entry for each change by hand, and none where nothing changed', async () => {
    await news();
    const id = await newMember({ bio: 'I keep the clocks.' });
    await ask('members.update', { id, patch: { bio: 'I keep the bells.', role: 'ringer' } });
    await ask('members.update', { id, patch: { bio: 'I keep the bells.' } });
    await ask('members.get', { id });
    const entries = await news();
    expect(entries.map(briefly)).toEqual([
      done('members.create', [String(id)]),
      done('members.update', [String(id)], { fields: 'bio role' }),
    ]);
    expect(JSON.stringify(entries)).not.toMatch(/bells|clocks|ringer/);
  });

  it('has begin, cancellation, end and undoing of an import once, however often they are sent', async () => {
    const import_id = `import-${randomUUID()}`;
    const members = [1, 2, 3].map((n) => ({ external_id: `${import_id} ${n}` }));
    await news();
    for (const _again of [1, 2]) {
      await ask('members.begin-import', { import_id, file_name: 'Ada Lovelace.csv', source: 'a header' });
    }
    await withActor(ada, async () => service.importAll(members, import_id));
    const request = { import_id, keep_external_ids: [], confirm: undefined };
    const { absent } = await ask('members.cancel-absent', request);
    for (const _again of [1, 2]) {
      await ask('members.cancel-absent', { ...request, confirm: absent });
    }
    for (const _again of [1, 2]) {
      await ask('members.finish-import', { import_id, state: 'done', rejected_lines: 2 });
    }
    for (let remaining = 1; remaining > 0;) {
      ({ remaining } = await ask('members.undo-import', { import_id }));
    }
    await ask('members.undo-import', { import_id });
    const entries = await news();
    const counts = { created: 3, updated: 0, unchanged: 0, cancelled: absent, rejected_lines: 2 };
    expect(entries.slice(0, 3).map(briefly)).toEqual([
      done('members.begin-import', [import_id], { source: 'a header' }),
      done('members.cancel-absent', [import_id], { cancelled: absent }),
      done('members.finish-import', [import_id], { state: 'done', ...counts }),
    ]);
    const undoing = entries.slice(3);
    expect(new Set(undoing.map(({ action }) => action))).toEqual(new Set(['members.undo-import']));
    const sum = (key: string) => undoing.reduce((all, { details }) => all + Number(details[key]), 0);
    expect([sum('removed'), sum('restored')]).toEqual([3, absent]);
    expect(JSON.stringify(entries)).not.toContain('Lovelace');
  });

  it('has corrections of columns when they change', async () => {
    await news();
    const mapping = { 'Who are you?': 'full_name' } as const;
    await ask('members.remember-mapping', { source: 'columns', mapping });
    await ask('members.remember-mapping', { source: 'columns', mapping });
    await ask('members.remember-mapping', { source: 'columns', mapping: {} });
    await ask('members.remember-mapping', { source: 'columns', mapping: {} });
    expect((await news()).map(briefly)).toEqual([
      done('members.remember-mapping', ['columns'], { columns: 1 }),
      done('members.remember-mapping', ['columns'], { columns: 0 }),
    ]);
  });

  it('keeps nothing of an erased member but the hash of the ledger, and finds the return of the same by it', async () => {
    const id = await newMember({ bio: 'I wound the tower clock alone for years.' });
    const bystander = await newMember();
    await ask('members.update', { id, patch: { role: 'winder' } });
    await ask('members.export', { id });
    await expect(
      ask('members.update', { id, patch: { email: `member-${last}@example.org` } }),
    ).rejects.toBeInstanceOf(Conflict);
    await ask('members.erase', { id });
    await expect(ask('members.erase', { id })).rejects.toBeInstanceOf(MemberNotFound);
    const rows = await service.sql<{ text: string }>('select e::text as text from audit_entry e order by id');
    const text = rows.map((row) => row.text).join('\n');
    expect(text).not.toMatch(new RegExp(`\\{${id}\\}|member-${last - 1}\\b|tower clock`));
    expect(text).toContain(`{${bystander}}`);
    const { entries } = await service.ask('members.list-audit', { limit: 200 });
    const [failed, erased] = entries.filter(({ action }) => action === 'members.erase');
    expect(failed).toMatchObject({ outcome: 'failed', reason: 'MemberNotFound', target: { ids: [] } });
    expect(erased).toMatchObject({ outcome: 'done', actor: ada });
    const name = erased!.target!.ids[0]!;
    expect(name).toMatch(/^erased:[\w-]{43}$/);
    const hashes = await service.sql<{ hash: string }>('select hash from erased_identity');
    expect(hashes.map(({ hash }) => `erased:${hash}`)).toContain(name);
    const about = entries.filter(({ target }) => target?.ids.includes(name) === true);
    expect(about.map(({ action }) => action)).toEqual([
      'members.erase',
      'members.update',
      'members.export',
      'members.update',
      'members.create',
    ]);
    await news();
    expect(await ask('erasures.allow', { external_id: `member-${last - 1}` })).toEqual({ allowed: true });
    expect(await ask('erasures.allow', { external_id: `member-${last - 1}` })).toEqual({ allowed: false });
    await ask('erasures.replay', {});
    const [allowed, replayed, ...others] = await news();
    expect(allowed).toMatchObject({ action: 'erasures.allow', outcome: 'done' });
    expect(allowed!.target!.ids).toEqual([name]);
    expect(replayed).toMatchObject({ action: 'erasures.replay', details: { erased: 0 } });
    expect(others).toEqual([]);
  });

  it.each(['email', 'external_id'] as const)(
    'names whom the return is allowed as it named the erasure, by %s too and in whatever order rows are',
    async (identity) => {
      const id = await newMember();
      const person = { external_id: `member-${last}`, email: `member-${last}@example.org` };
      await news();
      await ask('members.erase', { id });
      const [erased] = await news();
      const name = erased!.target!.ids[0]!;
      // A changed row comes after the others.
      await service.sql(`update erased_identity set erased_at = erased_at where 'erased:' || hash = $1`, [
        name,
      ]);
      expect(await ask('erasures.allow', { [identity]: person[identity] })).toEqual({ allowed: true });
      expect((await news()).map(briefly)).toEqual([done('erasures.allow', [name])]);
    },
  );

  it('has the entry if and only if the change is there, wherever it breaks off', async () => {
    await news();
    armFailpoints('audit.before-commit:throw@1');
    await expect(newMember({ external_id: 'broken' })).rejects.toThrow();
    armFailpoints(undefined);
    expect(await service.sql(`select from member where external_id = 'broken'`)).toEqual([]);
    const before = (await news()).filter(({ outcome }) => outcome === 'done');
    expect(before).toEqual([]);
    armFailpoints('erasure.after-commit:throw@1');
    const id = await newMember();
    await expect(ask('members.erase', { id })).rejects.toThrow();
    armFailpoints(undefined);
    expect(await service.sql('select from member where id = $1', [id])).toEqual([]);
    const after = (await news()).filter(
      ({ action, outcome }) => action === 'members.erase' && outcome === 'done',
    );
    expect(after).toHaveLength(1);
  });

  it('records what the gateway denied once, however often it is sent', async () => {
    await news();
    const request = {
      id: randomUUID(),
      tries: [
        { actor: ada, route: 'GET /api/v1/audit', status: 403, count: 7, trace_id: 'ab'.repeat(16) },
        {
          actor: { id: 'unknown', kind: 'unknown', role: null },
          route: 'GET /api/v1/members',
          status: 401,
          count: 1,
          trace_id: '',
        },
      ],
    };
    await service.ask('audit.record-denied', request);
    await service.ask('audit.record-denied', request);
    const entries = await news();
    expect(entries).toHaveLength(2);
    expect(entries[0]).toMatchObject({
      actor: ada,
      action: 'requests.deny',
      target: { kind: 'route', ids: ['GET /api/v1/audit'] },
      outcome: 'denied',
      reason: '403',
      trace_id: 'ab'.repeat(16),
      details: { count: 7 },
    });
  });

  it('forgets a member whose failed request was recorded after the erasure', async () => {
    await service
      .get(AuditLog)
      .failed('members.update', { id: 918_273, patch: { bio: '' } }, new Conflict('x'));
    await service.get(Retention).run();
    const left = await service.sql(`select from audit_entry where '918273' = any(target_ids)`);
    expect(left).toEqual([]);
  });

  describe('given to a role of its own', () => {
    let admin: pg.Client;

    beforeAll(async () => {
      admin = new pg.Client({ connectionString: service.adminUrl });
      await admin.connect();
      const { username } = new URL(service.databaseUrl);
      await admin.query(`create role ${ownRole}`);
      await admin.query(`grant usage on schema member_profile to ${ownRole}`);
      await admin.query(`alter table member_profile.audit_entry owner to ${ownRole}`);
      await admin.query(`alter function member_profile.audit_entry_append_only owner to ${ownRole}`);
      await admin.query(`alter function member_profile.audit_entry_purge owner to ${ownRole}`);
      await admin.query(`alter function member_profile.audit_entry_forget owner to ${ownRole}`);
      await admin.query(`grant select, insert on member_profile.audit_entry to ${username}`);
    });
    afterAll(async () => {
      await admin.query(`drop owned by ${ownRole} cascade`);
      await admin.query(`drop role ${ownRole}`);
      await admin.end();
    });

    it('still has every change and erasure', async () => {
      await news();
      const id = await newMember();
      await ask('members.erase', { id });
      expect((await news()).map(({ action }) => action)).toEqual(['members.create', 'members.erase']);
      await service.get(Retention).run();
    });

    it.each([
      'alter table audit_entry disable trigger user',
      'drop trigger audit_entry_kept on audit_entry',
      'truncate audit_entry',
      'delete from audit_entry',
      `update audit_entry set actor_id = 'x'`,
      `create or replace function audit_entry_purge(older_than timestamptz, most integer) returns integer
       language sql as 'select 1'`,
    ])('cannot be changed by the role of the service: %s', async (statement) => {
      await expect(service.sql(statement)).rejects.toThrow(/permission denied|must be owner/);
    });
  });
});
