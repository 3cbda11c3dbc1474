import { describe, expect, it } from '@jest/globals';
import { readFile } from '../../test/members.ts';

/** What each member agreed to; undefined where the file says nothing of it. */
async function consentsOf(content: string): Promise<(string[] | undefined)[]> {
  return (await readFile(content)).members.map(({ consents }) => consents);
}

describe('a column of consents', () => {
  it('names them, and an empty cell is none', async () => {
    expect(await consentsOf('id,consents\n1,sensitive\n2,\n3,none\n4,"newsletter; Sensitive"\n')).toEqual([
      ['sensitive'],
      [],
      [],
      ['sensitive'],
    ]);
  });

  it('is not given by a refusal that has its word', async () => {
    const cells = ['sensitive', 'not sensitive', 'no sensitive data', 'nothing sensitive'];
    expect(await consentsOf(['id,consents', ...cells.map((cell, at) => `${at},${cell}`)].join('\n'))).toEqual(
      [['sensitive'], [], [], []],
    );
  });

  it('is withdrawn by a file in which nobody has it any more', async () => {
    const rows = Array.from({ length: 30 }, (_, at) => `${at},${at % 3 === 0 ? '' : 'newsletter'}`);
    expect(await consentsOf(['id,consents', ...rows].join('\n'))).toEqual(rows.map(() => []));
  });

  it('may be a list in the file itself', async () => {
    expect(await consentsOf('[{"id":1,"consents":["sensitive"]},{"id":2,"consents":[]},{"id":3}]')).toEqual([
      ['sensitive'],
      [],
      undefined,
    ]);
  });

  it('withdraws nothing where the file has none', async () => {
    expect(await consentsOf('id,skills\n1,Felt\n')).toEqual([undefined]);
  });

  it('needs to be named so', async () => {
    expect(await consentsOf('id,skills,notes\n1,Felt,sensitive\n')).toEqual([undefined]);
  });

  it('counts in several rows of a member only if each has it', async () => {
    expect(
      await consentsOf('id,skills,consents\n1,Felt,sensitive\n2,Silk,sensitive\n1,Wool,\n2,Yarn,sensitive\n'),
    ).toEqual([[], ['sensitive']]);
  });

  it('says yes or no to being shown, as ever', async () => {
    const { members } = await readFile('id,consents\n1,yes\n2,no\n');
    expect(members.map(({ is_public, consents }) => [is_public, consents])).toEqual([
      [true, undefined],
      [false, undefined],
    ]);
  });
});
