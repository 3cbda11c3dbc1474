import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { connect } from '@nats-io/transport-node';
import { Conflict, ImportNotFound, MembersChanged } from '@warren/contracts';
import type { ImportRecord, MemberLine, ReplyOf } from '@warren/contracts';
import { digestOfErasure } from '@warren/messaging';
import { waitFor } from '@warren/testing';
import { startService } from './service.ts';
import type { Service } from './service.ts';

describe('an import', () => {
  let service: Service;
  let last = 0;

  beforeAll(async () => {
    service = await startService();
  });
  afterAll(async () => service.stop());
  beforeEach(async () => {
    await service.sql('delete from member');
    await service.sql('delete from erased_identity');
    await service.sql('delete from member_import_before');
    await service.sql('delete from member_import');
  });

  /** Imports a file as the gateway does. @returns its id */
  async function imported(
    members: readonly MemberLine[],
    { cancel = false, file_name = 'members.csv' } = {},
  ): Promise<string> {
    last += 1;
    const import_id = `import-${last}`;
    await service.ask('members.begin-import', { import_id, file_name, source: 'a header' });
    await service.importAll(members, import_id);
    if (cancel) {
      const request = { import_id, keep_external_ids: [] };
      const { absent } = await service.ask('members.cancel-absent', request);
      await service.ask('members.cancel-absent', { ...request, confirm: absent });
    }
    await service.ask('members.finish-import', { import_id, state: 'done', rejected_lines: 1 });
    return import_id;
  }

  async function undo(import_id: string): Promise<ReplyOf<'members.undo-import'>> {
    for (;;) {
      const report = await service.ask('members.undo-import', { import_id });
      if (report.remaining === 0) {
        return report;
      }
    }
  }

  const records = async (): Promise<ImportRecord[]> =>
    (await service.ask('members.list-imports', {})).imports;

  /** All rows but for revisions and times of change. */
  async function rows(): Promise<unknown[]> {
    const all = await service.sql<{ row: Record<string, unknown> }>(
      `select to_jsonb(member) - 'revision' - 'updated_at' as row from member order by id`,
    );
    return all.map(({ row }) => row);
  }

  const survey: MemberLine[] = [
    { external_id: 'a', email: 'a@example.org', bio: 'Binds books.', skills: ['Bookbinding', 'Paper'] },
    { external_id: 'b', is_public: false, prompt_responses: [{ prompt: 'Why?', response: 'Bees.' }] },
    { external_id: 'c', membership_status: 'trial' },
  ];

  it('is listed with its name, its counts and whether it can be undone', async () => {
    const first = await imported(survey, { file_name: 'Members 2026.xlsx' });
    const again = await imported(survey);
    expect(await records()).toEqual([
      expect.objectContaining({ import_id: again, created: 0, updated: 0, unchanged: 3, undoable: false }),
      {
        import_id: first,
        file_name: 'Members 2026.xlsx',
        source: 'a header',
        state: 'done',
        started_at: expect.any(String),
        finished_at: expect.any(String),
        created: 3,
        updated: 0,
        unchanged: 0,
        cancelled: 0,
        rejected_lines: 1,
        undoable: true,
      },
    ]);
  });

  it('that changes nothing writes no member, no earlier state and no event', async () => {
    await imported(survey);
    const before = await service.sql('select revision, updated_at from member order by id');
    const events = await service.sql('select message_id from outbox_message');
    await imported(survey);
    expect(await service.sql('select revision, updated_at from member order by id')).toEqual(before);
    expect(await service.sql('select message_id from outbox_message')).toEqual(events);
    expect(await service.sql('select count(*)::integer from member_import_before')).toEqual([{ count: 3 }]);
  });

  it('is undone: those it created are gone, those it changed and cancelled are as before', async () => {
    await imported(survey);
    const before = await rows();
    const second = await imported(
      [
        { external_id: 'a', email: 'new@example.org', bio: 'Other.', skills: ['Gold'] },
        { external_id: 'b', is_public: true, bio: 'Now public.' },
        { external_id: 'd', email: 'a@example.org', bio: 'Took over an address.' },
        { external_id: 'd', bio: 'Twice in the file.' },
      ],
      { cancel: true },
    );
    expect(await rows()).not.toEqual(before);
    expect(await undo(second)).toEqual({ import_id: second, removed: 1, restored: 3, left: 0, remaining: 0 });
    expect(await rows()).toEqual(before);
    expect((await records())[0]).toMatchObject({ import_id: second, state: 'undone', undoable: false });
    const { facets } = await service.ask('members.get', { id: await idOf('a') });
    expect(facets.map(({ key }) => key)).toEqual(['skill:bookbinding', 'skill:paper']);
    // Nobody was erased: the same file may be imported again.
    expect(await service.importAll([{ external_id: 'd' }])).toMatchObject({ created: 1, rejected: [] });
  });

  it('is undone once: a second time answers the same and changes nothing', async () => {
    const first = await imported(survey);
    const report = await undo(first);
    expect(report).toMatchObject({ removed: 3, restored: 0, left: 0 });
    await service.importAll([{ external_id: 'a' }]);
    const before = await service.sql('select * from member');
    expect(await undo(first)).toEqual(report);
    expect(await service.sql('select * from member')).toEqual(before);
  });

  it('leaves members alone who were changed since, unless that was undone too', async () => {
    await imported(survey);
    const before = await rows();
    const second = await imported([{ external_id: 'a', bio: 'Second.' }, { external_id: 'e' }]);
    const third = await imported([
      { external_id: 'a', bio: 'Third.' },
      { external_id: 'e', bio: 'E.' },
      { external_id: 'c', bio: 'C.' },
    ]);
    const between = await rows();
    await undo(third);
    await undo(second);
    expect(await rows()).toEqual(before);

    const fourth = await imported([{ external_id: 'a', bio: 'Second.' }, { external_id: 'f' }]);
    await imported([
      { external_id: 'a', bio: 'Third.' },
      { external_id: 'f', bio: 'F.' },
    ]);
    const now = await rows();
    expect(await undo(fourth)).toMatchObject({ removed: 0, restored: 0, left: 2 });
    expect(await rows()).toEqual(now);
    expect(between).not.toEqual(now);
  });

  it('brings nobody back who was erased, and keeps nothing of them', async () => {
    await imported(survey);
    const second = await imported([
      { external_id: 'a', bio: 'Erase me.' },
      { external_id: 'b', bio: 'Stay.' },
      { external_id: 'g', bio: 'New, and erased.' },
    ]);
    await service.ask('members.erase', { id: await idOf('a') });
    await service.ask('members.erase', { id: await idOf('g') });
    const kept = await service.sql<{ text: string }>(
      `select coalesce(string_agg(before::text, ' '), '') as text from member_import_before as before`,
    );
    expect(kept[0]!.text).not.toContain('Binds books.');
    expect(await undo(second)).toMatchObject({ removed: 0, restored: 1, left: 2 });
    expect(await service.sql('select external_id from member order by 1')).toEqual([
      { external_id: 'b' },
      { external_id: 'c' },
    ]);
    expect(await service.importAll([{ external_id: 'a' }])).toMatchObject({ created: 0 });
  });

  it('gives no address back that is another member’s, or an erased person’s, by now', async () => {
    await imported([
      { external_id: 'a', email: 'a@example.org' },
      { external_id: 'b', email: 'b@example.org' },
    ]);
    const second = await imported([
      { external_id: 'a', email: 'a2@example.org' },
      { external_id: 'b', email: 'b2@example.org' },
    ]);
    await service.importAll([
      { external_id: 'x', email: 'a@example.org' },
      { external_id: 'y', email: 'b@example.org' },
    ]);
    await service.ask('members.erase', { id: await idOf('y') });
    expect(await undo(second)).toMatchObject({ restored: 0, left: 2 });
    expect(await service.sql('select email from member order by external_id')).toEqual([
      { email: 'a2@example.org' },
      { email: 'b2@example.org' },
      { email: 'a@example.org' },
    ]);
  });

  it('is undone in batches, which swap addresses back', async () => {
    const many = Array.from({ length: 1_200 }, (_, at) => ({
      external_id: `m-${at}`,
      email: `m${at}@example.org`,
    }));
    await imported(many);
    const before = await rows();
    // Each gets the address of another, far away in the file.
    const parked = many.map((member, at) => ({ ...member, email: `other${at}@example.org` }));
    const swapped = many.map((member, at) => ({ ...member, email: `m${(at + 700) % 1_200}@example.org` }));
    const second = await imported([...parked, ...swapped]);
    const first = await service.ask('members.undo-import', { import_id: second });
    expect(first.remaining).toBeGreaterThan(0);
    // As after a kill: it is continued where it stopped.
    expect(await undo(second)).toMatchObject({ restored: 1_200, left: 0 });
    expect(await rows()).toEqual(before);
  });

  it('cannot be undone while it runs, and stores nothing once it is being undone', async () => {
    const import_id = 'running';
    await service.ask('members.begin-import', { import_id, source: 'a header' });
    await service.importAll(survey, import_id);
    await expect(service.ask('members.undo-import', { import_id })).rejects.toThrow(Conflict);
    expect((await records())[0]).toMatchObject({ state: 'running', undoable: false });
    // Its gateway was killed a while ago.
    await service.sql(`update member_import set active_at = now() - interval '10 minutes'`);
    expect((await records())[0]).toMatchObject({ state: 'interrupted', undoable: true });
    expect(await undo(import_id)).toMatchObject({ removed: 3 });
    await expect(service.importAll(survey, import_id)).rejects.toThrow(Conflict);
    expect(await rows()).toEqual([]);
  });

  it('can be undone as long as it is one of the ten newest that changed members', async () => {
    const ids: string[] = [];
    for (let at = 0; at < 11; at += 1) {
      ids.push(await imported([{ external_id: `n-${at}` }]));
    }
    await imported([{ external_id: 'n-1' }]);
    expect((await records()).filter(({ undoable }) => undoable).map(({ import_id }) => import_id)).toEqual(
      ids.slice(1).toReversed(),
    );
    await expect(undo(ids[0]!)).rejects.toThrow(Conflict);
    await expect(undo('never')).rejects.toThrow(ImportNotFound);
  });

  it('keeps no more than fifty records of imports that changed nothing', async () => {
    const first = await imported([{ external_id: 'o' }]);
    for (let at = 0; at < 55; at += 1) {
      await imported([{ external_id: 'o' }]);
    }
    const all = await records();
    expect(all).toHaveLength(51);
    expect(all.at(-1)).toMatchObject({ import_id: first, undoable: true });
  });

  it('when undone tells the other services who is gone, and that others changed', async () => {
    await imported([{ external_id: 'a', bio: 'Before.' }]);
    const second = await imported([{ external_id: 'a', bio: 'After.' }, { external_id: 'b' }]);
    const gone = await idOf('b');
    const connection = await connect({ servers: service.natsUrl });
    const [{ revision } = { revision: 0 }] = await service.sql<{ revision: number }>(
      'select revision from membership',
    );
    const all: MembersChanged[] = [];
    const received = (): MembersChanged[] => all.filter((change) => change.revision > revision);
    connection.subscribe('members.changed', {
      callback: (_, message) => void all.push(MembersChanged.parse(message.json())),
    });
    await connection.flush();
    await undo(second);
    await waitFor(() => received().length === 2, { describe: 'both events' });
    expect(received().map(({ changed, erased_member_ids }) => [changed, erased_member_ids])).toEqual([
      [1, [gone]],
      [1, []],
    ]);

    expect(
      await service.ask('members.confirm-erasure', {
        erased_member_ids: [gone],
        digest: digestOfErasure(received()[0]!),
      }),
    ).toEqual({ confirmed: true });
    await connection.close();
  });

  async function idOf(externalId: string): Promise<number> {
    const [row] = await service.sql<{ id: number }>('select id from member where external_id = $1', [
      externalId,
    ]);
    return row!.id;
  }
});
