import { describe, expect, it } from '@jest/globals';
import type { ColumnMapping } from '@warren/contracts';
import { readFile } from '../../test/members.ts';
import { sourceInPieces } from '../../test/tables.ts';
import { openMembers } from './open-members.ts';

const file = 'id,Craft,Mon\n1,Felt; Silk,x\n2,Wool; Felt,\n3,Silk; Wool,x\n';

async function membersBy(mapping: ColumnMapping, content = file) {
  return (await readFile(content, { mapping })).members;
}

describe('a mapping', () => {
  it('decides the field of a column, and the report says so', async () => {
    const { members, report } = await readFile(file, { mapping: { Craft: 'interests', Mon: 'ignored' } });
    expect(members[0]).toEqual({ external_id: '1', interests: ['Felt', 'Silk'] });
    expect(report.columns[1]).toMatchObject({
      name: 'Craft',
      role: 'interests',
      confidence: 1,
      reason: 'the mapping says so',
    });
  });

  it('makes a tick the label that it names, in a list, a text or an answer', async () => {
    const monday = async (role: 'all_traits' | 'role' | 'prompt_responses') => {
      const [first, second] = await membersBy({ Craft: 'skills', Mon: { role, option: 'Monday' } });
      return [first?.[role], second?.[role]];
    };
    expect(await monday('all_traits')).toEqual([['Monday'], []]);
    expect(await monday('role')).toEqual(['Monday', '']);
    expect(await monday('prompt_responses')).toEqual([
      [{ prompt: 'Mon', response: 'Monday' }],
      [{ prompt: 'Mon', response: '' }],
    ]);
  });

  it('may make another column the id, or none', async () => {
    const content = 'id,badge,bio\n1,A,Weaves.\n2,B,Spins.\n';
    const byBadge = await membersBy({ badge: 'external_id', id: 'ignored' }, content);
    expect(byBadge.map(({ external_id }) => external_id)).toEqual(['A', 'B']);
    const { read } = await readFile(content, { mapping: { badge: 'ignored', id: 'ignored' } });
    expect(read.map(({ kind }) => kind)).toEqual(['line', 'line']);
  });

  it('may make yes and no the status: of those who are active, or of those who have left', async () => {
    const statuses = async (heading: string) =>
      (await membersBy({ [heading]: 'membership_status' }, `id,${heading}\n1,yes\n2,no\n3,1\n4,0\n`)).map(
        ({ membership_status }) => membership_status,
      );
    expect(await statuses('active')).toEqual(['active', 'cancelled', 'active', 'cancelled']);
    expect(await statuses('archived')).toEqual(['cancelled', 'active', 'cancelled', 'active']);
  });

  it('names columns that are not in the file without harm', async () => {
    expect(await membersBy({ Other: 'skills' })).toEqual(await membersBy({}));
  });

  it('is asked for by the header of the file', async () => {
    const sources: string[] = [];
    const ask = async (content: string) => {
      await openMembers(sourceInPieces(content), async (source) => {
        sources.push(source);
        return Promise.resolve(undefined);
      });
    };
    await ask('id,Skills\n1,Felt\n');
    await ask('ID;skills \n2;Silk\n3;Wool\n');
    await ask('skills,id\nFelt,1\n');
    await ask('[{"id":"1","skills":["Felt"]}]');
    const [first, ...others] = sources;
    expect(others.map((source) => source === first)).toEqual([true, false, true]);
    const { report } = await readFile('id,Skills\n1,Felt\n');
    expect(report.source).toBe(first);
  });
});
