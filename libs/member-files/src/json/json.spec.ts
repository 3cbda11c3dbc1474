import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { accepted, readAll, rejected } from '../../test/sources.ts';
import { MemberFileInvalid } from '../source/source.ts';

describe('reading JSON', () => {
  it('reads a list of members and counts its items', async () => {
    const lines = await readAll(
      '\ufeff[{"external_id":"1","skills":["a"]}, 7, {"external_id":"3"}]',
      'json',
      2,
    );
    expect(accepted(lines)).toEqual([
      [1, { external_id: '1', skills: ['a'] }],
      [3, { external_id: '3' }],
    ]);
    expect(rejected(lines)).toEqual([[2, expect.stringContaining('not a JSON object')]]);
  });

  it('reads the list under "members" and ignores everything else', async () => {
    const lines = await readAll(
      '{"total":2,"page":{"members":[{"no":1}]},"members":[{"id":1},{"id":2}],"x":[{}]}',
      'json',
    );
    expect(accepted(lines).map(([, record]) => record)).toEqual([{ id: 1 }, { id: 2 }]);
  });

  it('keeps the items before a break, in one piece or many, and says where it broke', async () => {
    for (const size of [3, 100_000]) {
      const lines = await readAll('[{"id":1},\n{"id":2},\n{"id":3 oops},\n{"id":4}]', 'json', size);
      expect(accepted(lines).map(([line]) => line)).toEqual([1, 2]);
      expect(rejected(lines)).toEqual([[3, expect.stringMatching(/broken near line [23]/)]]);
    }
    expect(rejected(await readAll('[{"id":1},{"id":', 'json'))).toEqual([
      [2, expect.stringContaining('ends too early')],
    ]);
    expect(rejected(await readAll('[{"id":1}', 'json'))).toEqual([
      [2, expect.stringContaining('ends too early')],
    ]);
    expect(rejected(await readAll('[{"id":1}] [', 'json'))).toHaveLength(1);
  });

  it('rejects a file without a list of members', async () => {
    for (const text of ['', '7', '{}', '{"id":1}', 'id,skills\n1,a', '{"people":[{"id":1}]}']) {
      await expect(readAll(text, 'json')).rejects.toThrow(MemberFileInvalid);
    }
  });

  it('rejects an item longer than 1 MB and continues with the next', async () => {
    const long = [`{"bio":"${'x'.repeat(1_000_001)}"}`, `{"skills":[${'1,'.repeat(600_000)}1]}`];
    for (const item of long) {
      const lines = await readAll(`[${item},{"id":2}]`, 'json', 65_536);
      expect(rejected(lines)).toEqual([[1, expect.stringContaining('1 MB')]]);
      expect(accepted(lines)).toEqual([[2, { id: 2 }]]);
    }
  });

  it('rejects excessive nesting', async () => {
    expect(rejected(await readAll(`[{"id":1},${'['.repeat(100_000)}`, 'json', 65_536))).toEqual([
      [2, expect.stringContaining('deep')],
    ]);
  });

  it('reads every list of objects as JSON.parse does', async () => {
    const items = fc.array(
      fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 3 }), { noNullPrototype: true }),
    );
    await fc.assert(
      fc.asyncProperty(items, fc.integer({ min: 1, max: 50 }), async (members, size) => {
        const text = JSON.stringify(members);
        const expected: unknown = JSON.parse(text);
        expect(accepted(await readAll(text, 'json', size)).map(([, record]) => record)).toEqual(expected);
      }),
    );
  });
});
