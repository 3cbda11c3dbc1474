import { describe, expect, it } from '@jest/globals';
import { ImportAnswer } from '@warren/contracts';
import { ImportTally } from './import-tally.ts';

function rejection(line: number, externalId: string | null, field = 'email') {
  return { line, rejections: [{ field, reason: 'is wrong' }], externalId };
}

const noFields = { kept: { fields: 0, members: 0 }, cleared: { fields: 0, members: 0 } };

describe('ImportTally', () => {
  it('lists lines in the order of the file, at most 10,000, and counts them all', () => {
    const tally = new ImportTally();
    for (let line = 12_000; line > 0; line -= 1) {
      tally.reject(rejection(line, 'x'));
    }
    const answer = ImportAnswer.parse(tally.answer('it', {}));
    expect(answer.rejected).toHaveLength(10_000);
    expect(answer.rejected_lines).toBe(12_000);
    expect(answer.rejected[0]?.line).toBeLessThan(answer.rejected[1]?.line ?? 0);
  });

  it('lists rejected lines before partly accepted ones if not all can be listed', () => {
    const tally = new ImportTally();
    for (let line = 1; line <= 10_000; line += 1) {
      tally.acceptWithout(line, [{ field: 'email', reason: 'is wrong' }]);
    }
    tally.reject(rejection(10_001, 'x'));
    const { rejected, taken_without } = tally.answer('it', {});
    expect(rejected).toHaveLength(10_000);
    expect(rejected.at(-1)).toMatchObject({ line: 10_001, taken: false });
    expect(taken_without).toBe(10_000);
  });

  it('counts a line with two faults once', () => {
    const tally = new ImportTally();
    tally.reject({
      line: 3,
      rejections: [...rejection(3, 'x').rejections, ...rejection(3, 'x').rejections],
      externalId: 'x',
    });
    expect(tally.answer('it', {})).toMatchObject({ rejected_lines: 1, rejected: [{ line: 3 }, { line: 3 }] });
  });

  it('distinguishes lines accepted without a field from rejected ones', () => {
    const tally = new ImportTally();
    tally.acceptWithout(2, [
      { field: 'email', reason: 'is wrong' },
      { field: 'status', reason: 'is wrong' },
    ]);
    tally.acceptWithout(3, [{ field: 'email', reason: 'is wrong' }]);
    const rejected = [
      { line: 3, field: 'line', reason: 'was erased', taken: false },
      { line: 4, field: 'email', reason: 'is another’s', taken: true },
    ];
    const kept = { fields: 2, members: 1 };
    tally.add([], { created: 1, updated: 0, unchanged: 1, rejected, ...noFields, kept });
    tally.add([], { created: 1, updated: 0, unchanged: 0, rejected: [], ...noFields, kept });
    const answer = ImportAnswer.parse(tally.answer('it', {}));
    expect(answer).toMatchObject({ rejected_lines: 1, taken_without: 2, kept: { fields: 4, members: 2 } });
    expect(answer.rejected.map(({ line, taken }) => [line, taken])).toEqual([
      [2, true],
      [2, true],
      [3, false],
      [4, true],
    ]);
  });

  it('knows the absent members only if something was stored and every rejected line has an id', () => {
    const tally = new ImportTally();
    expect(tally.absentUnknown).toContain('no line');
    tally.add([], { created: 0, updated: 0, unchanged: 1, rejected: [], ...noFields });
    tally.reject(rejection(2, 'a'));
    expect([tally.absentUnknown, tally.keptIds]).toEqual([undefined, ['a']]);
    const byMail = [{ line: 4, member: { email: 'erased@example.org' } }];
    const rejected = { line: 4, field: 'email', reason: 'was erased', taken: false };
    const reply = { created: 0, updated: 0, unchanged: 0, ...noFields };
    tally.add(byMail, { ...reply, rejected: [{ ...rejected, erased: true }] });
    expect([tally.absentUnknown, tally.keptIds]).toEqual([undefined, ['a']]);
    tally.add(byMail, { ...reply, rejected: [rejected] });
    expect(tally.absentUnknown).toContain('line 4');
  });

  it('keeps no more of a large file in memory than it reports', () => {
    const tally = new ImportTally();
    for (let line = 1; line <= 50_000; line += 1) {
      const rows = [{ line, member: { external_id: `t${line}` } }];
      tally.acceptWithout(line, [{ field: 'email', reason: 'is wrong' }]);
      tally.add(rows, { created: 1, updated: 0, unchanged: 0, rejected: [], ...noFields });
      tally.reject(rejection(line + 50_000, `x${line}`));
    }
    expect(tally.answer('it', {})).toMatchObject({ rejected_lines: 50_000, taken_without: 50_000 });
    expect(tally.absentUnknown).toContain('more than 10000 lines');
    const held = Object.values(tally).map((value: unknown) => (value instanceof Set ? value.size : 0));
    expect(Math.max(...held)).toBe(10_001);
  });
});
