import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MemberNotFound } from '@warren/contracts';
import type { MemberLine } from '@warren/contracts';
import { Retention } from '@warren/messaging';
import { startService } from './service.ts';
import type { Service } from './service.ts';

const firstId = 918_273_646;
const ada: MemberLine = {
  external_id: 'Quay/Lamp-7',
  email: 'ada.keeper@quay.example',
  first_name: 'Adalind',
  last_name: 'Quaylight',
  bio: 'Rowed home again since dad went blind.',
  skills: ['Lamplighting-by-hand'],
  looking_for: ['Somebody to trim the quay lamps with me'],
  membership_status: 'active',
};

describe('the export of a member', () => {
  let service: Service;

  beforeAll(async () => {
    service = await startService();
    await service.sql(`select setval(pg_get_serial_sequence('member', 'id'), $1, false)`, [firstId]);
    const begin = { file_name: 'members.csv', source: 'a header' };
    await service.ask('members.begin-import', { import_id: 'first', ...begin });
    await service.importAll([{ ...ada, bio: 'Rows to the lighthouse at dawn.' }], 'first');
    await service.ask('members.begin-import', { import_id: 'second', ...begin });
    await service.importAll([ada, { external_id: 'other', bio: 'I bake bread for all.' }], 'second');
    await service.ask('members.update', { id: firstId, patch: { role: 'Keeper of the quay' } });
  });
  afterAll(async () => service.stop());

  /** Tables with one of these texts in any column, one for each row. */
  async function rowsWith(texts: readonly string[]): Promise<string[]> {
    const tables = await service.sql<{ name: string }>(
      `select relname as name from pg_class
       where relkind = 'r' and relnamespace = 'member_profile'::regnamespace order by 1`,
    );
    const found: string[] = [];
    for (const { name } of tables) {
      const rows = await service.sql<{ text: string }>(`select t::text as text from ${name} t`);
      found.push(...rows.filter(({ text }) => texts.some((it) => text.includes(it))).map(() => name));
    }
    return found;
  }

  it('names every row of every table that has the member, and shows what the member wrote', async () => {
    const found = await service.ask('members.export', { id: firstId });
    expect(found.member).toMatchObject({ ...ada, role: 'Keeper of the quay' });
    expect(found.facets.map(({ label }) => label)).toContain('Lamplighting-by-hand');
    expect(found.imports).toEqual([
      {
        import_id: 'first',
        file_name: 'members.csv',
        started_at: expect.any(String),
        created: true,
        before: null,
      },
      {
        import_id: 'second',
        file_name: 'members.csv',
        started_at: expect.any(String),
        created: false,
        before: expect.objectContaining({ bio: 'Rows to the lighthouse at dawn.' }),
      },
    ]);
    expect(found.audit.map(({ action }) => action)).toEqual(['members.export', 'members.update']);
    const named = [...found.rows.map(({ table }) => table), ...found.audit.map(() => 'audit_entry')];
    const traces = [
      String(firstId),
      'Quay',
      'quay',
      'dad went blind',
      'Lamplighting-by-hand',
      'lighthouse at dawn',
    ];
    expect(named.toSorted()).toEqual((await rowsWith(traces)).toSorted());
    expect(JSON.stringify(found)).not.toContain('bake bread');
  });

  it('names since when it is known that the member has left', async () => {
    await service.ask('members.update', { id: firstId, patch: { membership_status: 'cancelled' } });
    await service.get(Retention).run();
    const { rows } = await service.ask('members.export', { id: firstId });
    expect(rows.map(({ table }) => table)).toContain('member_departure');
    expect(rows.map(({ table }) => table)).not.toContain('member_spelling');
  });

  it('is refused of somebody who is no member, and then recorded as failed', async () => {
    await expect(service.ask('members.export', { id: 5 })).rejects.toBeInstanceOf(MemberNotFound);
    const { entries } = await service.ask('members.list-audit', { action: 'members.export', limit: 1 });
    expect(entries).toMatchObject([{ outcome: 'failed', reason: 'MemberNotFound' }]);
  });

  it('has nothing to export once the member is erased', async () => {
    await service.ask('members.erase', { id: firstId });
    await expect(service.ask('members.export', { id: firstId })).rejects.toBeInstanceOf(MemberNotFound);
    const left = await rowsWith([
      String(firstId),
      'dad went blind',
      'Lamplighting-by-hand',
      'lighthouse at dawn',
    ]);
    // The event that tells the others, until they have it.
    expect(left).toEqual(left.map(() => 'outbox_message'));
  });
});
