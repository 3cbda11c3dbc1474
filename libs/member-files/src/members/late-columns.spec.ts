import { describe, expect, it } from '@jest/globals';
import { readFile } from '../../test/members.ts';

const plain = Array.from({ length: 20_500 }, (_, id) => JSON.stringify({ id, skills: ['Felt'] }));
const withLate = (...records: object[]): string =>
  [...plain, ...records.map((record) => JSON.stringify(record))].join('\n');

describe('columns that only the last lines of NDJSON have', () => {
  it('are read and reported', async () => {
    const { members, report } = await readFile(withLate({ id: 'z', bio: 'Weaves.', shoe_size: 43 }));
    expect(members.at(-1)).toEqual({
      external_id: 'z',
      bio: 'Weaves.',
      prompt_responses: [{ prompt: 'shoe_size', response: '43' }],
    });
    expect(report.columns.slice(2)).toEqual([
      expect.objectContaining({ name: 'bio', role: 'bio', examples: ['Weaves.'] }),
      expect.objectContaining({ name: 'shoe_size', examples: ['43'] }),
    ]);
  });

  it('tell members apart and ask for consent like the others', async () => {
    const { members, read } = await readFile(
      withLate(
        { id: 'y', email: 'y@x.org', public: true },
        { id: 'z', email: 'z@x.org', public: null },
        { email: 'z@x.org', skills: ['Silk'] },
      ),
    );
    expect(members).toHaveLength(20_502);
    expect(members.slice(-2)).toEqual(
      expect.arrayContaining([{ external_id: 'z', email: 'z@x.org', skills: ['Silk'], is_public: false }]),
    );
    expect(read.find(({ member }) => member.external_id === 'z')?.emptyConsent).toBe('silent no');
  });

  it('obey the mapping', async () => {
    const { members } = await readFile(withLate({ id: 'z', craft: 'Silk' }), {
      mapping: { craft: 'skills' },
    });
    expect(members.at(-1)).toEqual({ external_id: 'z', skills: ['Silk'] });
  });
});
