import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { MemberInput, MemberLine } from '@warren/contracts';
import { readFile, readRecords } from '../../test/members.ts';
import { mergeLine, newMember } from '../identity/merge.ts';

/** The fields of the first record, beside one that fills the same fields, so that columns are recognised. */
async function fieldsOf(record: object, filled: object = {}) {
  const { members, read, rejected } = await readRecords(record, { id: 'another', ...filled });
  const [first] = read;
  return {
    member: members[0],
    rejected,
    without: first?.without.map(({ field, reason }) => `${field} ${reason}`) ?? [],
  };
}

describe('the values of a member', () => {
  it('are read under any spelling of their headings, and in words', async () => {
    const { members, report } = await readFile(
      'E-mail,First-Name,last name,skill_list,Looking For,Membership Status,Is Public,Shoe Size\n' +
        ' Ann@Example.ORG ,Ann,Lee,"sewing, felt",a drummer,Canceled,No,38\n' +
        'b@example.org,Ben,Ash,"felt, silk",a singer,Aktiv,Ja,41\n',
    );
    expect(members[0]).toEqual({
      email: 'ann@example.org',
      first_name: 'Ann',
      last_name: 'Lee',
      skills: ['sewing', 'felt'],
      looking_for: ['a drummer'],
      membership_status: 'cancelled',
      is_public: false,
    });
    expect(members[1]?.membership_status).toBe('active');
    expect(report.columns.at(-1)).toMatchObject({ name: 'Shoe Size', role: 'ignored' });
  });

  it('are empty texts and lists where cells are, and absent where columns are', async () => {
    const { members } = await readFile(
      'id,bio,skills,is_public,membership_status\n1,,,,\n2,b,Felt,,active\n',
    );
    expect(members[0]).toEqual({ external_id: '1', bio: '', skills: [] });
    const { member } = await fieldsOf(
      { id: 1, bio: null, skills: null },
      { bio: 'Weaves.', skills: ['Felt'] },
    );
    expect(member).toEqual({ external_id: '1', bio: '', skills: [] });
    expect((await fieldsOf({ id: 1 }, { bio: 'Weaves.' })).member).toEqual({ external_id: '1' });
  });

  it('within the limits of texts: a longer one costs its field and is told', async () => {
    const long = { bio: 'x'.repeat(20_001), role: 'y'.repeat(301), first_name: 'z'.repeat(201) };
    const { member, without } = await fieldsOf(
      { id: 1, ...long, company: 'Loom' },
      { bio: 'x', role: 'cook' },
    );
    expect(member).toEqual({ external_id: '1', company: 'Loom' });
    expect(without.sort()).toEqual([
      'bio is longer than 20,000 characters: shorten it',
      'first_name is longer than 200 characters: shorten it',
      'role is longer than 300 characters: shorten it',
    ]);
    const { member: just } = await fieldsOf({ id: 1, bio: 'x'.repeat(20_000) });
    expect(just?.bio).toHaveLength(20_000);
  });

  it('within the limits of lists: what is beyond them is told, and the rest kept', async () => {
    const skills = ['x'.repeat(501), ...Array.from({ length: 1002 }, (_, at) => `Skill ${at}`)];
    const urls = Array.from({ length: 51 }, (_, at) => `https://example.org/${at}`);
    const { member, without } = await fieldsOf({ id: 1, skills, urls });
    expect(member?.skills).toEqual(skills.slice(1, 1000));
    expect(member?.urls).toEqual(urls.slice(0, 50));
    expect(without.sort()).toEqual([
      'skills entry 1 is longer than 500 characters: shorten it',
      'skills has more than 1,000 entries: those beyond are left out',
      'urls has more than 50 entries: those beyond are left out',
    ]);
  });

  it('within the limits of answers', async () => {
    const prompt_responses = [
      { prompt: 'Why?', response: 'y'.repeat(10_001) },
      { prompt: 'How?', response: 'Well.' },
    ];
    const { member, without } = await fieldsOf({ id: 1, prompt_responses });
    expect(member?.prompt_responses).toEqual([{ prompt: 'How?', response: 'Well.' }]);
    expect(without).toEqual(['prompt_responses entry 1 is longer than 10,000 characters: shorten it']);
  });

  it('drop what PostgreSQL cannot store, and say so', async () => {
    const { member, without } = await fieldsOf(
      { id: 1, bio: 'x\ud800y😀', skills: ['d\u0000e'], company: 'all 😀 well' },
      { bio: 'x', skills: ['Felt'], company: 'Loom' },
    );
    expect(member).toEqual({ external_id: '1', bio: 'xy😀', skills: ['de'], company: 'all 😀 well' });
    expect(without).toEqual([
      expect.stringMatching(/^bio held U\+0000 or half/),
      expect.stringMatching(/^skills held U\+0000 or half/),
    ]);
  });

  it.each([
    ['skills', ['x'.repeat(20_000)], ['Felt']],
    ['interests', ['\u0000'], ['Tea']],
    ['bio', '\u0000', 'Weaves.'],
    ['prompt_responses', [{ prompt: 'Why?', response: { deep: 1 } }], [{ prompt: 'Why?', response: 'x' }]],
  ])('do not count as empty where %s cannot be read', async (field, given, usual) => {
    const { member, without } = await fieldsOf({ id: 1, [field]: given }, { [field]: usual });
    expect(member).toEqual({ external_id: '1' });
    expect(without.map((told) => told.split(' ')[0])).toEqual([field]);
    const { member: emptied } = await fieldsOf({ id: 1, [field]: null }, { [field]: usual });
    expect(Object.keys(emptied ?? {}).sort()).toEqual(['external_id', field].sort());
  });

  it('are public or not, active or gone, by a yes or no of any form', async () => {
    const statuses = async (content: string) =>
      (await readFile(content)).members.map(({ membership_status }) => membership_status);
    expect(await statuses('id,deleted,bio\n1,TRUE,x\n2,FALSE,y\n3,FALSE,z\n')).toEqual([
      'cancelled',
      'active',
      'active',
    ]);
    expect(await statuses('[{"id":1,"deleted":true},{"id":2,"deleted":false}]')).toEqual([
      'cancelled',
      'active',
    ]);
    expect(await statuses('id,active,bio\n1,1,x\n2,0,y\n3,1,z\n')).toEqual(['active', 'cancelled', 'active']);
    expect(await statuses('[{"id":1,"is_active":true},{"id":2,"is_active":false}]')).toEqual([
      'active',
      'cancelled',
    ]);
    expect(await statuses('id;Aktiv\n1;ja\n2;nein\n3;\n')).toEqual(['active', 'cancelled', undefined]);
    expect(await statuses('id,status,archived\n1,active,yes\n2,paused,no\n3,active,no\n')).toEqual([
      'cancelled',
      'paused',
      'active',
    ]);
    expect(await statuses('id,archived,status\n1,yes,active\n2,no,paused\n3,no,active\n')).toEqual([
      'cancelled',
      'paused',
      'active',
    ]);
  });

  it('leave out an e-mail address that is none, and keep the member by what else tells it apart', async () => {
    const { members, without } = await readFile(
      'email,first name\nfoo,Ann\nb@example.org,Ben\nc@example.org,Cy\nd@example.org,Di\n',
    );
    expect(members[0]).toEqual({ external_id: 'name:ann', first_name: 'Ann' });
    expect(without).toEqual([expect.stringMatching(/^2 email "foo" is not an e-mail address: correct it/)]);
    const long = `${'a'.repeat(320)}@example.org`;
    const read = await readFile(`email,bio\n${long},Weaves.\nb@example.org,Spins.\n`);
    expect(read.read[0]).toMatchObject({ kind: 'line', member: { bio: 'Weaves.' } });
  });
});

describe('an id', () => {
  it.each([
    ['that is no exact number', 1e21, /in quotes/],
    ['that storing would change', 'a\u0000b', /without it/],
    ['that is too long', 'x'.repeat(201), /longer than 200/],
  ])('%s is told and leaves the member to its address', async (_which, id, reason) => {
    const { read } = await readRecords({ id, email: 'a@example.org' }, { id: 7, email: 'b@example.org' });
    expect(read[0]).toMatchObject({ kind: 'email', member: { email: 'a@example.org' } });
    expect(read[0]?.member.external_id ?? null).toBeNull();
    expect(read[0]?.without).toEqual([{ field: 'external_id', reason: expect.stringMatching(reason) }]);
  });

  it('keeps zeros in front, digits beyond a number, and marks', async () => {
    const ids = ['007', '12345678901234567890', 'A|1', 'ä-1', '1e5', '+41 79'];
    const { members } = await readFile(['id,bio', ...ids.map((id) => `${id},x`)].join('\n'));
    expect(members.map(({ external_id }) => external_id)).toEqual(ids);
  });
});

describe('any records', () => {
  it('give valid members or reasons, and never throw', async () => {
    const keys = fc.constantFrom(
      'external_id',
      'email',
      'name',
      'skills',
      'Is Public',
      'status',
      'prompt_responses',
      'bio',
      'urls',
      'deleted',
      'Which days? [Monday]',
    );
    const record = fc.dictionary(keys, fc.jsonValue({ maxDepth: 3 }), { noNullPrototype: true });
    await fc.assert(
      fc.asyncProperty(fc.array(record, { minLength: 1, maxLength: 8 }), async (records) => {
        const { members, rejected } = await readFile(JSON.stringify(records));
        expect(members.length + rejected.length).toBeLessThanOrEqual(records.length);
        for (const member of members) {
          expect(MemberLine.parse(member)).toEqual(member);
          expect(MemberInput.safeParse(mergeLine(newMember(), member, 'clear').profile).success).toBe(true);
        }
        expect(rejected.every((row) => row.rejected.length > 0)).toBe(true);
      }),
      { numRuns: 150 },
    );
  });
});
