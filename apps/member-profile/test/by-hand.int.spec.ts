import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Conflict, InvalidRequest, MemberNotFound } from '@warren/contracts';
import type { MemberQuery } from '@warren/contracts';
import { startService } from './service.ts';
import type { Service } from './service.ts';

let service: Service;

beforeAll(async () => {
  service = await startService();
});
afterAll(async () => service.stop());
beforeEach(async () => {
  await service.sql('delete from member');
  await service.sql('delete from erased_identity');
});

const written = async () =>
  service.sql('select (select revision from membership), (select count(*) from outbox_message) as events');

describe('a member added by hand', () => {
  it('has facets and the defaults of an import, and is announced', async () => {
    const before = await service.sql<{ revision: number }>('select revision from membership');
    const member = await service.ask('members.create', {
      member: { email: 'Ada@Example.org', first_name: ' Ada ', skills: ['JS'] },
    });
    expect(member).toMatchObject({
      external_id: null,
      email: 'ada@example.org',
      first_name: 'Ada',
      membership_status: 'active',
      is_public: true,
    });
    const { facets } = await service.ask('members.get', { id: member.id });
    expect(facets).toEqual([{ key: 'skill:javascript', label: 'JS' }]);
    expect(await service.sql('select revision from membership')).toEqual([
      { revision: before[0]!.revision + 1 },
    ]);
    // The next file that has them finds them.
    expect(await service.importAll([{ email: 'ada@example.org', bio: 'Hi.' }])).toMatchObject({ updated: 1 });
  });

  it('gets an external id where nothing else identifies them, each their own', async () => {
    const [a, b] = [
      await service.ask('members.create', { member: { first_name: 'Ada', last_name: 'L.' } }),
      await service.ask('members.create', { member: { first_name: 'Ada', last_name: 'L.' } }),
    ];
    expect(a.external_id).toMatch(/^hand:[\da-f-]{36}$/);
    expect(b.external_id).not.toBe(a.external_id);
  });

  it('is rejected where nothing tells who it is, or an identifier is taken', async () => {
    await expect(service.ask('members.create', { member: { bio: 'Who?' } })).rejects.toThrow(InvalidRequest);
    const { id } = await service.ask('members.create', {
      member: { external_id: 'x', email: 'x@example.org' },
    });
    const before = await written();
    for (const member of [{ external_id: 'x' }, { external_id: 'y', email: 'X@example.org' }]) {
      const added = service.ask('members.create', { member });
      await expect(added).rejects.toThrow(Conflict);
      await expect(added).rejects.toMatchObject({ details: { member_id: id } });
    }
    await service.ask('members.erase', { id });
    await expect(service.ask('members.create', { member: { external_id: 'x' } })).rejects.toThrow(/erased/);
    expect(await service.sql('select id from member')).toEqual([]);
    expect(await written()).not.toEqual(before);
  });
});

describe('a member changed by hand', () => {
  const create = async () =>
    service.ask('members.create', {
      member: {
        external_id: 'a',
        email: 'a@example.org',
        bio: 'Binds books.',
        skills: ['Paper'],
        prompt_responses: [{ prompt: 'Why?', response: 'Bees.' }],
        membership_status: 'trial',
        is_public: false,
      },
    });

  it('keeps what is not named; null, an empty text and an empty list clear', async () => {
    const before = await create();
    const patch = { bio: '', skills: [], prompt_responses: null, email: null, interests: ['Tea'] };
    const after = await service.ask('members.update', { id: before.id, patch });
    expect(after).toEqual({
      ...before,
      bio: '',
      skills: [],
      prompt_responses: [],
      email: null,
      interests: ['Tea'],
      updated_at: after.updated_at,
    });
    const { facets } = await service.ask('members.get', { id: before.id });
    expect(facets.map(({ key }) => key)).toEqual(['interest:tea']);
  });

  it('is not written where nothing differs', async () => {
    const { id } = await create();
    const before = [await written(), await service.sql('select * from member')];
    await service.ask('members.update', { id, patch: { bio: 'Binds books.', email: 'A@example.org' } });
    expect([await written(), await service.sql('select * from member')]).toEqual(before);
  });

  it('keeps an identifier, and takes none of another member or of who was erased', async () => {
    const { id } = await create();
    const other = await service.ask('members.create', { member: { email: 'b@example.org' } });
    const gone = await service.ask('members.create', { member: { email: 'c@example.org' } });
    await service.ask('members.erase', { id: gone.id });
    const update = async (patch: { email?: string | null; external_id?: string | null }) =>
      service.ask('members.update', { id, patch });
    await expect(update({ email: 'b@example.org' })).rejects.toThrow(Conflict);
    await expect(update({ email: 'c@example.org' })).rejects.toThrow(/erased/);
    await expect(update({ email: '', external_id: null })).rejects.toThrow(InvalidRequest);
    await expect(service.ask('members.update', { id: 999_999, patch: { bio: 'x' } })).rejects.toThrow(
      MemberNotFound,
    );
    expect(await service.ask('members.get', { id: other.id })).toMatchObject({ email: 'b@example.org' });
    expect(await update({ external_id: null })).toMatchObject({ external_id: null, email: 'a@example.org' });
  });

  it('gets the status that was set, whatever a return would have restored', async () => {
    const { id } = await create();
    await service.importAll(
      [{ external_id: 'stays' }, { external_id: 'too' }, { external_id: 'z' }],
      'night',
    );
    const request = { import_id: 'night', keep_external_ids: [] };
    await service.ask('members.cancel-absent', { ...request, confirm: 1 });
    expect(await service.ask('members.get', { id })).toMatchObject({ membership_status: 'cancelled' });
    await service.ask('members.update', { id, patch: { membership_status: 'paused' } });
    await service.importAll([{ external_id: 'a' }]);
    expect(await service.ask('members.get', { id })).toMatchObject({ membership_status: 'paused' });
  });
});

describe('the list of members', () => {
  const list = async (query: Partial<MemberQuery>) => {
    const { members, total } = await service.ask('members.list', query);
    return [members.map(({ external_id }) => external_id).join(' '), total];
  };

  it('is sorted by name or age and filtered by who has left, with and without words to find', async () => {
    await service.importAll([
      { external_id: '1', first_name: 'Zoe', last_name: 'adams', bio: 'tea' },
      { external_id: '2', first_name: 'Cher', bio: 'tea', membership_status: 'expired' },
      { external_id: '3', first_name: 'Amy', last_name: 'Adams', bio: 'tea', membership_status: 'paused' },
      { external_id: '4', first_name: 'Bo', last_name: 'Young', membership_status: 'cancelled' },
    ]);
    expect(await list({})).toEqual(['1 2 3 4', 4]);
    expect(await list({ sort: 'newest' })).toEqual(['4 3 2 1', 4]);
    expect(await list({ sort: 'name' })).toEqual(['3 1 2 4', 4]);
    expect(await list({ left: 'present', sort: 'name' })).toEqual(['3 1', 2]);
    expect(await list({ left: 'left', sort: 'newest' })).toEqual(['4 2', 2]);
    expect(await list({ left: 'left', page: 2, per_page: 1 })).toEqual(['4', 2]);
    expect(await list({ left: 'left', page: 3, per_page: 1 })).toEqual(['', 2]);
    expect(await list({ q: 'tea', sort: 'name' })).toEqual(['3 1 2', 3]);
    expect(await list({ q: 'tea', sort: 'newest', left: 'present', per_page: 1 })).toEqual(['3', 2]);
    expect(await list({ q: 'tea', left: 'left' })).toEqual(['2', 1]);
  });
});
