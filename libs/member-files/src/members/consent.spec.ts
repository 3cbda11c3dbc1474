import { describe, expect, it } from '@jest/globals';
import { readFile, readRecords } from '../../test/members.ts';

const table = (heading: string, ...cells: string[]): string =>
  [`id,${heading}`, ...cells.map((cell, at) => `${at + 1},${cell}`)].join('\n');
const lines = (...records: object[]): string => records.map((record) => JSON.stringify(record)).join('\n');

/** The `is_public` of each member: yes, no, or nothing. */
async function consentOf(content: string): Promise<(boolean | undefined)[]> {
  return (await readFile(content)).members.map(({ is_public }) => is_public);
}

/** Whether each member would be public if it is new. */
async function newcomersOf(content: string): Promise<boolean[]> {
  const { read } = await readFile(content);
  return read.map(({ member, isPrivateIfNew }) => member.is_public ?? !isPrivateIfNew);
}

describe('an empty cell in the column of consent', () => {
  it.each(['1', 'true', 'TRUE', 'True', 'yes', 'ja', 'x', '✓', 'public'])(
    'means no if every answer is %s',
    async (yes) => {
      expect(await consentOf(table('is_public', '', yes, '', yes))).toEqual([false, true, false, true]);
    },
  );

  it('means no under any name of the column, and if another answer cannot be read', async () => {
    expect(await consentOf(table('Profile public', 'yes', ''))).toEqual([true, false]);
    expect(await consentOf(table('Profil sichtbar', 'ja', ''))).toEqual([true, false]);
    expect(await consentOf(table('visible', 'yes', '', 'friends'))).toEqual([true, false, undefined]);
  });

  it('means nothing if some answers are no, or there is no answer', async () => {
    expect(await consentOf(table('is_public', 'yes', '', 'no'))).toEqual([true, undefined, false]);
    expect(await consentOf(table('is_public', '1', '', '0'))).toEqual([true, undefined, false]);
    expect(await consentOf('id,is_public,bio\n1,,a\n2,,b\n')).toEqual([undefined, undefined]);
  });

  it('means no in a row that ends before it, and in a column that every row leaves but one', async () => {
    const rows = 'email,skills,is_public\na@e.org,Welding,yes\nb@e.org,Baking\nc@e.org,Baking,\n';
    expect(await consentOf(rows)).toEqual([true, false, false]);
    expect(await consentOf(`${rows}d@e.org,Tea,no\n`)).toEqual([true, undefined, undefined, false]);
  });

  it('means no in records that have the field empty, not in those that lack it', async () => {
    const records = [{ id: 1, public: null }, { id: 2, public: true }, { id: 3 }, { id: 4, public: '' }];
    const expected = [false, true, undefined, false];
    expect(await consentOf(lines(...records))).toEqual(expected);
    expect(await consentOf(JSON.stringify(records))).toEqual(expected);
  });

  it('is reported as a no that was not said, or as no answer', async () => {
    const said = async (content: string) => (await readFile(content)).read.map((read) => read.emptyConsent);
    expect(await said(table('is_public', '1', ''))).toEqual(['none', 'silent no']);
    expect(await said(table('is_public', '1', '', '0'))).toEqual(['none', 'no answer', 'none']);
    expect(await said('id,bio\n1,a\n2,b\n')).toEqual(['none', 'none']);
  });
});

describe('a new member', () => {
  it('is private where the file has answers and theirs is empty or cannot be read', async () => {
    expect(await newcomersOf(table('is_public', '', 'no', 'yes'))).toEqual([false, false, true]);
    expect(await newcomersOf(table('is_public', 'yes', 'friends', 'no'))).toEqual([true, false, false]);
  });

  it('is private where no answer of the column can be read', async () => {
    expect(await newcomersOf(table('is_public', '', 'friends'))).toEqual([false, false]);
    const degrees = table('Profile visibility', 'friends', 'members only', 'colleagues', 'friends', '');
    expect(await newcomersOf(degrees)).toEqual([false, false, false, false, false]);
    const { without } = await readFile(degrees);
    expect(without[0]).toMatch(/^2 is_public "friends" is neither yes nor no/);
  });

  it('is public where the file has no column of consent, or no answer in it', async () => {
    expect(await newcomersOf('id,bio\n1,Weaves.\n2,Spins.\n')).toEqual([true, true]);
    expect(await newcomersOf('id,bio,is_public\n1,x\n2,y,\n')).toEqual([true, true]);
    expect(await newcomersOf(lines({ id: 1, public: true }, { id: 2 }, { id: 3, public: null }))).toEqual([
      true,
      true,
      false,
    ]);
    expect(await newcomersOf('[{"id":1},{"id":2,"public":false}]')).toEqual([true, false]);
  });
});

describe('consent', () => {
  it('is no if one of several columns, or of several rows, says no', async () => {
    expect(await consentOf('id,public,visible\n1,yes,no\n2,no,yes\n3,yes,yes\n')).toEqual([
      false,
      false,
      true,
    ]);
    expect(await consentOf('id,public\n1,yes\n2,yes\n1,no\n2,yes\n').then((all) => all.sort())).toEqual([
      false,
      true,
    ]);
  });

  it('is no for those who opt out, and is not given by those who do not', async () => {
    const { members } = await readFile('id,opt_out,skills\n1,yes,Felt\n2,no,Silk\n3,,Wool\n');
    expect(members.map(({ is_public }) => is_public)).toEqual([false, undefined, undefined]);
    expect(await newcomersOf('id,private\n1,yes\n2,maybe\n3,no\n4,no\n')).toEqual([false, false, true, true]);
  });

  it.each([
    ['yes', 'true True TRUE yes Y 1 1.0 x X ✓ ✔️ ☑ ja oui sí on public'],
    ['no', 'false False FALSE no N 0 0.0 nein non não off private ✗ ☐'],
  ])('is %s in many words', async (answer, words) => {
    const { members, without } = await readRecords(
      ...words.split(' ').map((is_public, id) => ({ id, is_public })),
    );
    expect(new Set(members.map(({ is_public }) => is_public))).toEqual(new Set([answer === 'yes']));
    expect(without).toEqual([]);
  });
});
