import { describe, expect, it } from '@jest/globals';
import { readFile, readRecords } from '../../test/members.ts';
import type { ReadFile } from '../../test/members.ts';

/** The members as "line id email skills". */
function shown({ read }: ReadFile): string[] {
  return read.map(
    ({ line, member: { external_id, email, skills = [] } }) =>
      `${line} ${external_id ?? '-'} ${email ?? '-'} ${skills.join('+')}`,
  );
}

const csv = (...rows: string[]): string => `${rows.join('\n')}\n`;

describe('several rows about one member', () => {
  it('unite their lists and answers, and are one member where the first of them stands', async () => {
    const file = await readFile(
      csv(
        'id,skill,What do you enjoy most about it?',
        '1,Felt,The smell of the wool in autumn.',
        '2,Wool,The quiet hours after the market.',
        '1,Silk,The people whom I meet there.',
        '1,Felt,The smell of the wool in autumn.',
      ),
    );
    expect(shown(file).sort()).toEqual(['2 1 - Felt+Silk', '3 2 - Wool']);
    const member = file.members.find(({ external_id }) => external_id === '1');
    expect(member?.prompt_responses?.map(({ response }) => response)).toEqual([
      'The smell of the wool in autumn.',
      'The people whom I meet there.',
    ]);
    expect(file.report.notes).toContain('2 lines joined with an earlier one about the same member.');
  });

  it('tell where their texts differ, and take the later one that is filled', async () => {
    const { members, without } = await readFile(
      csv('id,bio,company', '1,Weaves.,Loom', '1,Spins.,', '1,Spins.,Loom', '2,Felts.,'),
    );
    expect(members[0]).toEqual({ external_id: '1', bio: 'Spins.', company: 'Loom' });
    expect(without).toEqual([
      '2 bio differs between the lines of this member: that of line 3 is taken, that of line 2 is not',
    ]);
  });

  it('are joined by e-mail address in any spelling, and where only some have the id', async () => {
    const file = await readFile(
      csv(
        'member_id,email,skill',
        '1,ann@x.org,Felt',
        '2,ben@x.org,Wool',
        ',ANN@x.org,Silk',
        '3,cy@x.org,Flax',
        '1,,Hemp',
      ),
    );
    expect(shown(file).sort()).toEqual([
      '2 1 ann@x.org Felt+Silk+Hemp',
      '3 2 ben@x.org Wool',
      '5 3 cy@x.org Flax',
    ]);
  });

  it('are joined wherever the row without the id stands among those with it', async () => {
    const rows = ['1,ann@x.org,Felt', '1,,Silk', ',ann@x.org,Hemp'];
    for (const order of [
      [0, 1, 2],
      [0, 2, 1],
      [1, 0, 2],
      [1, 2, 0],
      [2, 0, 1],
      [2, 1, 0],
    ]) {
      const body = order.flatMap((at) => rows[at] ?? []);
      const { members } = await readFile(
        csv('member_id,email,skill', ...body, '2,b@x.org,Flax', '3,c@x.org,Wool'),
      );
      const ann = members.filter(({ external_id }) => external_id === '1');
      expect(ann).toHaveLength(1);
      expect(ann[0]?.email).toBe('ann@x.org');
      expect(ann[0]?.skills?.toSorted()).toEqual(['Felt', 'Hemp', 'Silk']);
      expect(members).toHaveLength(3);
    }
  });

  it('stay members of their own where they share an address: the first keeps it', async () => {
    const file = await readFile(
      csv('name,email,skills', 'Ann Lee,lee@x.org,Felt', 'Ben Lee,lee@x.org,Silk', 'Ann Lee,lee@x.org,Wool'),
    );
    expect(shown(file).sort()).toEqual(['2 - lee@x.org Felt+Wool', '3 name:ben lee - Silk']);
    expect(file.without).toEqual([
      '3 email is that of line 2 too, which is somebody else: it stays with that line',
    ]);
    expect(file.report.notes).toContain(
      'An e-mail address is shared by several people: the first of them keeps it.',
    );
  });

  it('never give one address to two members', async () => {
    for (const ids of ['1 2 -', '1 - 2', '- 1 2', '- 1 -', '1 2 1', '- 1 2 - 1 3']) {
      const rows = ids.split(' ').map((id, at) => `${id === '-' ? '' : id},a@x.org,Skill ${at}`);
      const { members } = await readFile(
        csv('external_id,email,skill', ...rows, '8,b@x.org,x y', '9,c@x.org,z a'),
      );
      const addresses = members.flatMap(({ email }) => email ?? []);
      expect([ids, new Set(addresses).size]).toEqual([ids, addresses.length]);
      const identifiers = members.map(({ external_id, email }) => external_id ?? email);
      expect([ids, new Set(identifiers).size]).toEqual([ids, identifiers.length]);
    }
  });
});

describe('members by name', () => {
  it('are one person where a file has a row for each skill, and several people where few names repeat', async () => {
    const skills = await readFile(
      csv('name,skill', 'Ann Lee,Felt', 'Ann Lee,Silk', 'Ben Ash,Wool', 'Ben Ash,Felt', 'Cy Oak,Flax'),
    );
    expect(shown(skills)).toEqual([
      '2 name:ann lee - Felt+Silk',
      '4 name:ben ash - Wool+Felt',
      '6 name:cy oak - Flax',
    ]);
    const names = ['Ann Lee', 'Ann Lee', 'Ben Ash', 'Cy Oak', 'Di Elm', 'Ed Fir', 'Fay Yew', 'Gus Box'];
    const people = await readFile(csv('name,company', ...names.map((name, at) => `${name},Firm ${at}`)));
    expect(people.members).toHaveLength(8);
    expect(new Set(people.members.map(({ external_id }) => external_id)).size).toBe(8);
  });

  it('have one identifier however the name is written', async () => {
    const { members } = await readFile(csv('name,skills', '"Müller, Zoë",Felt', 'Cy Oak,Silk'));
    expect(members[0]).toMatchObject({
      first_name: 'Zoë',
      last_name: 'Müller',
      external_id: 'name:zoe muller',
    });
    const parts = await readFile(csv('first name,last name,skills', 'Zoë,Müller,Felt', 'Cy,Oak,Silk'));
    expect(parts.members[0]?.external_id).toBe('name:zoe muller');
  });
});

describe('rows that name nobody', () => {
  const header = 'skills,interests';
  const rows = ['Felt; Silk,Tea', 'Wool; Felt,Chess', 'Felt; Silk,Tea', 'Flax; Wool,Choir'];
  const idsOf = async (...body: string[]) => {
    const { members } = await readFile(csv(header, ...body));
    return members.map(({ external_id }) => external_id ?? '');
  };

  it('keep their identifiers in another order, and beside others', async () => {
    const ids = await idsOf(...rows);
    expect(new Set(ids).size).toBe(4);
    expect((await idsOf(...rows.toReversed())).sort()).toEqual(ids.toSorted());
    expect((await idsOf('Hemp; Felt,Go', ...rows)).slice(1)).toEqual(ids);
  });

  it('have other identifiers in a file with another header', async () => {
    const ids = await idsOf(...rows);
    const other = await readFile(csv('skills,hobbies', ...rows));
    expect(ids.filter((id) => other.members.some(({ external_id }) => external_id === id))).toEqual([]);
  });

  it('are told, and count as what they are', async () => {
    const { read, report } = await readFile(csv(header, ...rows));
    expect(new Set(read.map(({ kind }) => kind))).toEqual(new Set(['line']));
    expect(report.identity).toEqual(['line']);
    expect(report.notes.join(' ')).toContain('4 lines without id, e-mail address and name');
  });

  it('are nobody where all their boxes are not ticked', async () => {
    const { members, rejected } = await readFile(
      csv('Name,Skills,Volunteer', 'Ann Lee,Felt,TRUE', 'Ben Ash,Silk,FALSE', ',,FALSE', ',,FALSE'),
    );
    expect(members).toHaveLength(2);
    expect(rejected.map(({ line }) => line)).toEqual([4, 5]);
  });

  it('are nobody where they say nothing but a status or consent', async () => {
    const { members, rejected } = await readFile(
      csv('skills,is_public,status', 'Felt; Silk,yes,active', ',yes,active', 'Wool; Felt,yes,active'),
    );
    expect(members).toHaveLength(2);
    expect(rejected).toEqual([
      {
        line: 3,
        externalId: null,
        rejected: [{ field: 'line', reason: expect.stringContaining('says anything') }],
      },
    ]);
  });
});

describe('programs', () => {
  it('are no members', async () => {
    const { members, report } = await readRecords(
      { id: 1, name: 'Ann Lee', is_bot: false },
      { id: 2, name: 'Slackbot', is_bot: true },
      { id: 3, name: 'Cy Oak', is_bot: false },
    );
    expect(members.map(({ external_id }) => external_id)).toEqual(['1', '3']);
    expect(report.notes).toEqual(['1 item left out: a bot is no member.']);
    const statuses = await readFile(csv('id,status', '1,Member', '2,Bot', '3,Admin', '4,Deactivated'));
    expect(statuses.members.map(({ external_id }) => external_id)).toEqual(['1', '3', '4']);
  });
});

describe('addresses that are not stored', () => {
  it('are told beside the member, since whoever was erased is known by them', async () => {
    const { read } = await readRecords(
      { external_id: 'b', email: 'Ben@example.org', first_name: 'Ben' },
      { external_id: 'another', email: 'ben@example.org', first_name: 'Ben' },
      { external_id: 'b', email: 'second@example.org', first_name: 'Ben' },
      { external_id: 'c', email: 'cem@example.org, cem@example.net', first_name: 'Cem' },
    );
    const told = read.map(({ member: { external_id, email }, otherEmails }) => [
      external_id,
      email,
      otherEmails,
    ]);
    expect(told.sort()).toEqual([
      ['another', null, ['ben@example.org']],
      ['b', 'second@example.org', ['ben@example.org']],
      ['c', 'cem@example.org', ['cem@example.net']],
    ]);
  });
});
