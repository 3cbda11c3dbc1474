import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EntityManager } from '@mikro-orm/postgresql';
import { connect } from '@nats-io/transport-node';
import { Conflict, MemberNotFound, MembersChanged } from '@warren/contracts';
import { valuesThatChange, waitFor } from '@warren/testing';
import { startService } from './service.ts';
import type { Service } from './service.ts';

const noFields = { kept: { fields: 0, members: 0 }, cleared: { fields: 0, members: 0 } };

describe('members', () => {
  let service: Service;

  beforeAll(async () => {
    service = await startService();
  });
  afterAll(async () => service.stop());

  const idOf = async (externalId: string): Promise<number> => {
    const [row] = await service.sql<{ id: number }>('select id from member where external_id = $1', [
      externalId,
    ]);
    return row!.id;
  };
  const revision = async (): Promise<number> =>
    (await service.sql<{ revision: number }>('select * from membership'))[0]!.revision;

  it('distinguishes created, unchanged and updated members', async () => {
    const ada = { external_id: 'a-1', email: 'Ada@Example.org', skills: ['JS', 'Pottery'] };
    const bea = { email: 'bea@example.org', bio: 'Keeps bees.' };
    expect(await service.importAll([ada, bea])).toEqual({
      created: 2,
      updated: 0,
      unchanged: 0,
      rejected: [],
      ...noFields,
    });
    const before = await revision();
    expect(await service.importAll([ada, bea])).toEqual({
      created: 0,
      updated: 0,
      unchanged: 2,
      rejected: [],
      ...noFields,
    });
    expect(await revision()).toBe(before);
    expect(await service.importAll([{ ...ada, bio: 'New.' }, bea])).toMatchObject({
      updated: 1,
      unchanged: 1,
    });
    expect(await revision()).toBe(before + 1);
    const stored = await service.ask('members.get', { id: await idOf('a-1') });
    expect(stored).toMatchObject({
      email: 'ada@example.org',
      bio: 'New.',
      skills: ['JS', 'Pottery'],
      facets: [
        { key: 'skill:javascript', label: 'JS' },
        { key: 'skill:pottery', label: 'Pottery' },
      ],
    });
  });

  it('updates a member known by e-mail when its external id arrives', async () => {
    await service.importAll([{ email: 'cleo@example.org', bio: 'Weaves.' }]);
    const report = await service.importAll([
      { external_id: 'c-1', email: 'CLEO@example.org', bio: 'Weaves.' },
    ]);
    expect(report).toMatchObject({ created: 0, updated: 1 });
    const rows = await service.sql('select external_id from member where email = $1', ['cleo@example.org']);
    expect(rows).toEqual([{ external_id: 'c-1' }]);
  });

  it('accepts a line without its e-mail address if that is another member’s, and says why', async () => {
    await service.importAll([{ external_id: 'd-1', email: 'dora@example.org' }]);
    const report = await service.importAll([
      { external_id: 'd-2', email: 'dora@example.org' },
      { external_id: 'd-3', email: 'dan@example.org' },
    ]);
    expect(report).toMatchObject({ created: 2, rejected: [{ line: 1, field: 'email', taken: true }] });
    expect(report.rejected[0]!.reason).toContain('d-1');
    expect(await service.ask('members.get', { id: await idOf('d-2') })).toMatchObject({ email: null });
  });

  it('merges several lines of one member, and counts each line', async () => {
    const report = await service.importAll([
      { external_id: 'e-1', bio: 'first' },
      { external_id: 'e-1', bio: 'second' },
      { external_id: 'e-1', bio: 'second' },
    ]);
    expect(report).toEqual({ created: 1, updated: 1, unchanged: 1, rejected: [], ...noFields });
    expect((await service.ask('members.get', { id: await idOf('e-1') })).bio).toBe('second');
  });

  it('lets two members swap their e-mail addresses via a third one', async () => {
    await service.importAll([
      { external_id: 'f-1', email: 'f1@example.org' },
      { external_id: 'f-2', email: 'f2@example.org' },
    ]);
    const report = await service.importAll([
      { external_id: 'f-1', email: 'f3@example.org' },
      { external_id: 'f-2', email: 'f1@example.org' },
      { external_id: 'f-1', email: 'f2@example.org' },
    ]);
    expect(report).toMatchObject({ updated: 3, rejected: [] });
    const rows = await service.sql(
      'select email from member where external_id in ($1, $2) order by external_id',
      ['f-1', 'f-2'],
    );
    expect(rows).toEqual([{ email: 'f2@example.org' }, { email: 'f1@example.org' }]);
  });

  it('stores texts that could break SQL', async () => {
    const bio = 'null , quote \' \\ ? :x $1 "';
    const skills = ['a;b', '{c,d}', 'it"s?', 'null', 'a\nb', '\\'];
    const report = await service.importAll([{ external_id: 'g-1', bio, skills }]);
    expect(report).toMatchObject({ created: 1 });
    const stored = await service.ask('members.get', { id: await idOf('g-1') });
    expect([stored.bio, stored.skills]).toEqual([bio, skills]);
  });

  it.each(['\u0000', 'half \ud83d'])('rejects a text that PostgreSQL cannot store: %j', async (bad) => {
    const rows = [{ line: 1, member: { external_id: 'g-2', skills: ['fine', bad] } }];
    const asked = service.ask('members.import', { import_id: null, rows });
    await expect(asked).rejects.toThrow(/rows\.0\.member\.skills\.1: has a character .* take it out/);
    const listed = service.ask('members.list', { q: bad });
    await expect(listed).rejects.toThrow(/^q: /);
  });

  it('stores every list and JSON value of every entity unchanged', async () => {
    const { tried, changed } = await valuesThatChange(service.get(EntityManager), service.adminUrl);
    expect(tried).toEqual(expect.arrayContaining(['MemberRow.skills', 'MemberRow.promptResponses']));
    expect(changed).toEqual([]);
  });

  it('publishes members.changed for each changed batch, with the revision', async () => {
    const connection = await connect({ servers: service.natsUrl });
    const received: MembersChanged[] = [];
    connection.subscribe('members.changed', {
      callback: (_, message) => void received.push(MembersChanged.parse(message.json())),
    });
    await connection.flush();
    await service.importAll([{ external_id: 'h-1' }, { external_id: 'h-2' }]);
    const now = await revision();
    await waitFor(() => received.length === 1, { describe: 'members.changed' });
    expect(received).toEqual([{ revision: now, changed: 2, erased_member_ids: [] }]);

    const id = await idOf('h-1');
    await service.ask('members.erase', { id });
    await waitFor(() => received.length === 2, { describe: 'members.changed of the erased' });
    expect(received[1]).toEqual({ revision: now + 1, changed: 1, erased_member_ids: [id] });
    expect(await service.sql('select id from member where id = $1', [id])).toEqual([]);
    await expect(service.ask('members.get', { id })).rejects.toThrow(MemberNotFound);
    await expect(service.ask('members.erase', { id })).rejects.toThrow(MemberNotFound);
    await connection.close();
  });

  it('keeps fields that a later file lacks or has empty, and computes facets from the merged profile', async () => {
    const full = {
      external_id: 'i-1',
      email: 'ida@example.org',
      first_name: 'Ida',
      bio: 'Binds books.',
      skills: ['Bookbinding'],
      urls: ['null', ' a, "b" {c} '],
      prompt_responses: [{ prompt: 'Why?', response: 'Paper.' }],
      membership_status: 'trial',
      is_public: false,
    } as const;
    await service.importAll([
      {
        ...full,
        skills: [...full.skills],
        urls: [...full.urls],
        prompt_responses: [...full.prompt_responses],
      },
    ]);
    const id = await idOf('i-1');
    const before = await service.ask('members.get', { id });
    const [at, row] = [await revision(), await service.sql('select * from member where id = $1', [id])];
    expect(
      await service.importAll([
        { external_id: 'i-1', bio: '', skills: [], prompt_responses: [], email: null },
      ]),
    ).toMatchObject({ unchanged: 1, updated: 0, kept: { fields: 4, members: 1 } });
    expect(await service.importAll([{ external_id: 'i-1' }, { email: 'ida@example.org' }])).toMatchObject({
      unchanged: 2,
    });
    expect(await revision()).toBe(at);
    expect(await service.sql('select * from member where id = $1', [id])).toEqual(row);

    await service.importAll([{ external_id: 'i-1', interests: ['Paper'] }]);
    const after = await service.ask('members.get', { id });
    const { updated_at, facets } = after;
    expect(after).toEqual({ ...before, interests: ['Paper'], updated_at, facets });
    expect(after.facets.map(({ key }) => key)).toEqual(['skill:bookbinding', 'interest:paper']);
  });

  it('clears fields that a file has empty if asked to, but never consent, status or the only identifier', async () => {
    await service.importAll([
      {
        external_id: 'j-1',
        email: 'j1@example.org',
        bio: 'x',
        skills: ['Felt'],
        is_public: false,
        membership_status: 'expired',
      },
      { email: 'j2@example.org', bio: 'y' },
    ]);
    const report = await service.importAll(
      [
        { external_id: 'j-1', email: null, bio: '', skills: [], role: '' },
        { email: 'j2@example.org', bio: '', company: '' },
      ],
      null,
      'clear',
    );
    expect(report).toMatchObject({ updated: 2, cleared: { fields: 4, members: 2 }, kept: { fields: 0 } });
    expect(await service.ask('members.get', { id: await idOf('j-1') })).toMatchObject({
      email: null,
      bio: '',
      skills: [],
      facets: [],
      is_public: false,
      membership_status: 'expired',
    });
  });

  it('keeps the changes of both of two concurrent imports', async () => {
    const ids = Array.from({ length: 200 }, (_, at) => `k-${at}`);
    await service.importAll(ids.map((external_id) => ({ external_id })));
    const fields = ['bio', 'role', 'company', 'location'] as const;
    await Promise.all(
      fields.map(async (field) =>
        service.importAll(ids.map((external_id) => ({ external_id, [field]: `${field} of ${external_id}` }))),
      ),
    );
    const [whole] = await service.sql<{ count: number }>(
      `select count(*)::integer from member where external_id like 'k-%' and bio = 'bio of ' || external_id
         and role = 'role of ' || external_id and company = 'company of ' || external_id
         and location = 'location of ' || external_id`,
    );
    expect(whole!.count).toBe(200);
  });

  it('cancels members absent from the file, once, but not those whose line was rejected', async () => {
    await service.importAll([
      { external_id: 'keep-me' },
      { external_id: 'gone', membership_status: 'trial' },
      { external_id: 'here' },
    ]);
    await service.sql("update member set membership_status = 'expired' where external_id = 'e-1'");
    const active = await service.sql(
      "select external_id from member where membership_status not in ('cancelled', 'expired')",
    );
    await service.importAll([{ external_id: 'here' }, { external_id: 'new' }], 'night-1');
    await service.importAll([{ external_id: 'came-meanwhile' }]);
    const request = { import_id: 'night-1', keep_external_ids: ['keep-me'] };
    const at = await revision();
    const unconfirmed = await service.ask('members.cancel-absent', request);
    expect(unconfirmed).toEqual({ cancelled: 0, absent: active.length - 2, unconfirmed_of: active.length });
    expect(await service.ask('members.cancel-absent', { ...request, confirm: 1 })).toEqual(unconfirmed);
    expect(await revision()).toBe(at);
    const confirmed = { ...request, confirm: unconfirmed.absent };
    const first = await service.ask('members.cancel-absent', confirmed);
    expect(first).toEqual({ cancelled: active.length - 2, absent: active.length - 2 });
    expect(await service.ask('members.cancel-absent', confirmed)).toEqual(first);
    const left = await service.sql<{ external_id: string }>(
      "select external_id from member where membership_status = 'active' order by 1",
    );
    expect(left.map((row) => row.external_id)).toEqual(['came-meanwhile', 'here', 'keep-me', 'new']);
    expect(await service.sql("select membership_status from member where external_id = 'e-1'")).toEqual([
      { membership_status: 'expired' },
    ]);
  });

  it('restores the status of members cancelled for being absent when a file has them again', async () => {
    const all = [
      { external_id: 'l-1', membership_status: 'trial' as const },
      { external_id: 'l-2', membership_status: 'paused' as const },
      { external_id: 'l-3' },
    ];
    await service.importAll(all);
    const statuses = async () =>
      service.sql("select membership_status from member where external_id like 'l-%' order by external_id");
    const before = await statuses();
    await service.importAll([{ external_id: 'l-3' }], 'night-2');
    const request = { import_id: 'night-2', keep_external_ids: [] };
    const { absent } = await service.ask('members.cancel-absent', request);
    await service.ask('members.cancel-absent', { ...request, confirm: absent });
    expect(await statuses()).not.toEqual(before);
    expect(await service.importAll(all.map(({ external_id }) => ({ external_id })))).toMatchObject({
      updated: 2,
      unchanged: 1,
    });
    expect(await statuses()).toEqual(before);
    expect(await service.importAll(all)).toMatchObject({ unchanged: 3 });
  });

  it('cancels nobody if no line of the import was accepted', async () => {
    await expect(
      service.ask('members.cancel-absent', { import_id: 'never-seen', keep_external_ids: [] }),
    ).rejects.toThrow(Conflict);
  });

  it('finds members by words in name, role, bio and facets, page by page', async () => {
    await service.importAll([
      { external_id: 'q-1', first_name: 'Quirin', last_name: 'Zabel', skills: ['Letterpress'] },
      { external_id: 'q-2', role: '100%_Zabel maker', skills: ['Letterpress printing'] },
    ]);
    const search = async (q: string) =>
      (await service.ask('members.list', { q })).members.map((found) => found.external_id);
    expect(await search('zabel')).toEqual(['q-1', 'q-2']);
    expect(await search('LETTERPRESS quirin')).toEqual(['q-1']);
    expect(await search('0%_z')).toEqual(['q-2']);
    expect(await search('%')).toEqual(['q-2']);
    const second = await service.ask('members.list', { q: 'letterpress', page: 2, per_page: 1 });
    expect(second).toMatchObject({ total: 2, page: 2, per_page: 1, members: [{ external_id: 'q-2' }] });
    const ids = [await idOf('q-2'), 999_999, await idOf('q-1')];
    const briefs = await service.ask('members.briefs', { ids });
    expect(briefs.members.map((brief) => brief.id)).toEqual([ids[2], ids[0]]);
    expect(briefs.members[0]!.facets).toContainEqual({ key: 'skill:letterpress', label: 'Letterpress' });
  });
});
