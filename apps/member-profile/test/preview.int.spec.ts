import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { MemberLine } from '@warren/contracts';
import { startService } from './service.ts';
import type { Service } from './service.ts';

describe('the preview of an import', () => {
  let service: Service;

  beforeAll(async () => {
    service = await startService();
  });
  afterAll(async () => service.stop());
  beforeEach(async () => {
    await service.sql('delete from member');
    await service.importAll([
      { external_id: 'a', email: 'a@example.org', bio: 'Binds books.', skills: ['Paper', 'Gold'] },
      { external_id: 'b', is_public: false, interests: ['Tea'] },
      { external_id: 'c', membership_status: 'expired' },
      { external_id: 'd', email: 'd@example.org' },
      { email: 'e@example.org' },
    ]);
  });

  const file: MemberLine[] = [
    { external_id: 'a', bio: '', skills: ['Paper'], is_public: false },
    { external_id: 'b', is_public: true, skills: ['PAPER'] },
    { external_id: 'c' },
    { external_id: 'd', email: 'a@example.org' },
    { external_id: 'n', email: 'n@example.org', skills: ['Paper'] },
    { external_id: 'n', email: 'n@example.org', bio: 'Twice.' },
    { external_id: 'm', membership_status: 'cancelled', skills: ['Paper'] },
  ];
  const rows = file.map((member, at) => ({ line: at + 1, member }));

  it('writes nothing', async () => {
    const state = async () =>
      service.sql(
        `select (select jsonb_agg(member order by id) from member) as members, (select revision from membership) as revision,
           (select count(*) from outbox_message) as events, (select count(*) from member_import) as imports,
           (select count(*) from member_import_seen) as seen`,
      );
    const before = await state();
    await service.ask('members.preview-import', { empty: 'clear', seen: true, rows });
    expect(await state()).toEqual(before);
  });

  it.each(['keep', 'clear'] as const)(
    'says what the import then does, where empty cells %s',
    async (empty) => {
      const stored = async () =>
        service.sql<{ is_public: boolean; filled: number }>(
          `select is_public, (bio <> '')::integer + cardinality(skills) as filled from member order by id limit 5`,
        );
      const preview = await service.ask('members.preview-import', { empty, rows });
      const before = await stored();
      const report = await service.importAll(file, null, empty);
      const after = await stored();
      const { created, updated, unchanged, rejected } = preview;
      expect({ created, updated, unchanged, rejected }).toEqual({
        created: report.created,
        updated: report.updated,
        unchanged: report.unchanged,
        rejected: report.rejected,
      });
      const changed = (to: boolean): number =>
        after.filter(({ is_public }, at) => is_public === to && before[at]!.is_public !== to).length;
      expect([preview.made_public, preview.made_private]).toEqual([changed(true), changed(false)]);
      const { fields, members, by_field } = preview.lost;
      const skills = { field: 'skills', members: 1 };
      const bio = { field: 'bio', members: 1 };
      expect({ fields, members }).toEqual({ fields: empty === 'clear' ? 2 : 1, members: 1 });
      expect(by_field).toHaveLength(empty === 'clear' ? 2 : 1);
      expect(by_field).toEqual(expect.arrayContaining(empty === 'clear' ? [skills, bio] : [skills]));
      const [analysed] = await service.sql<{ count: number }>(
        `select count(*)::integer from member where analysed and external_id in ('a', 'b', 'c', 'd', 'n', 'm')`,
      );
      expect(preview.analysed).toBe(analysed!.count);
      expect(preview.facets).toContainEqual({
        key: 'skill:paper',
        kind: 'skill',
        label: 'PAPER',
        members: 2,
      });
    },
  );

  it('answers who is in the file, so that the absent can be counted', async () => {
    const ids = async (externalIds: string[]) =>
      (
        await service.sql<{ id: number }>('select id from member where external_id = any($1) order by id', [
          externalIds,
        ])
      ).map(({ id }) => id);
    const returned: MemberLine[] = [
      { external_id: 'a', membership_status: 'cancelled' },
      { external_id: 'c', membership_status: 'active' },
    ];
    const { seen } = await service.ask('members.preview-import', {
      seen: true,
      rows: returned.map((member, at) => ({ line: at + 1, member })),
    });
    expect(seen).toEqual({ before: await ids(['a']), after: await ids(['c']) });
    expect(await service.ask('members.preview-absent', { keep_external_ids: ['b', 'c', 'unknown'] })).toEqual(
      {
        members: 4,
        kept: await ids(['b']),
      },
    );
  });

  it('tells of erased people as the import does', async () => {
    const [erased] = await service.sql<{ id: number }>("select id from member where external_id = 'd'");
    await service.ask('members.erase', { id: erased!.id });
    const preview = await service.ask('members.preview-import', { rows });
    expect(preview.rejected).toContainEqual(expect.objectContaining({ line: 4, erased: true }));
  });
});

describe('consent', () => {
  let service: Service;

  beforeAll(async () => {
    service = await startService();
  });
  afterAll(async () => service.stop());

  it('is not given by a file that does not speak of it', async () => {
    await service.importAll([
      { external_id: 'p', email: 'p@example.org', is_public: false },
      { external_id: 'q', is_public: false, membership_status: 'cancelled' },
    ]);
    const silent: MemberLine[] = [
      { external_id: 'p', bio: 'New.' },
      { email: 'p@example.org', skills: ['Tea'] },
      { external_id: 'q', membership_status: 'active' },
    ];
    for (const empty of ['keep', 'clear'] as const) {
      const preview = await service.ask('members.preview-import', {
        empty,
        rows: silent.map((member, at) => ({ line: at + 1, member })),
      });
      expect(preview.made_public).toBe(0);
      await service.importAll(silent, null, empty);
    }
    expect(await service.sql('select external_id from member where is_public or analysed')).toEqual([]);
  });
});

describe('a mapping of columns', () => {
  let service: Service;

  beforeAll(async () => {
    service = await startService();
  });
  afterAll(async () => service.stop());

  it('is remembered for a header until it is replaced or forgotten', async () => {
    const recall = async (source: string) =>
      (await service.ask('members.recall-mapping', { source })).mapping;
    const mapping = { 'Likes "tea" ?': { role: 'interests', option: 'Tea' }, Name: 'full_name' } as const;
    expect(await recall('h')).toBeNull();
    await service.ask('members.remember-mapping', { source: 'h', mapping: { Name: 'bio' } });
    await service.ask('members.remember-mapping', { source: 'h', mapping });
    await service.ask('members.remember-mapping', { source: 'other', mapping: { x: 'ignored' } });
    expect(await recall('h')).toEqual(mapping);
    await service.ask('members.remember-mapping', { source: 'h', mapping: {} });
    expect(await recall('h')).toBeNull();
    expect(await recall('other')).toEqual({ x: 'ignored' });
  });

  it('is remembered for a thousand headers', async () => {
    await service.sql(
      `insert into import_mapping (source, mapping, updated_at)
       select 'many ' || n, '{}', now() - n * interval '1 second' from generate_series(1, 1005) as n`,
    );
    await service.ask('members.remember-mapping', { source: 'newest', mapping: { x: 'bio' } });
    const rows = await service.sql<{ count: number }>('select count(*)::integer from import_mapping');
    expect(rows).toEqual([{ count: 1_000 }]);
    expect((await service.ask('members.recall-mapping', { source: 'newest' })).mapping).toEqual({ x: 'bio' });
  });
});
