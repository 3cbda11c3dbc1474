import { describe, expect, it } from '@jest/globals';
import { ImportAnswer } from '@warren/contracts';
import { ImportTally } from './import-tally.ts';

function refusal(line: number, externalId: string | null, field = 'email') {
  return { line, rejections: [{ field, reason: 'is wrong' }], externalId };
}

describe('ImportTally', () => {
  it('names lines in the order of the file, at most 10,000, and counts them all', () => {
    const tally = new ImportTally();
    for (let line = 12_000; line > 0; line -= 1) {
      tally.refuse(refusal(line, 'x'));
    }
    const answer = ImportAnswer.parse(tally.answer({}));
    expect(answer.rejected).toHaveLength(10_000);
    expect(answer.rejected_lines).toBe(12_000);
    expect(answer.rejected[0]?.line).toBeLessThan(answer.rejected[1]?.line ?? 0);
  });

  it('counts a line with two faults once', () => {
    const tally = new ImportTally();
    tally.refuse({
      line: 3,
      rejections: [...refusal(3, 'x').rejections, ...refusal(3, 'x').rejections],
      externalId: 'x',
    });
    expect(tally.answer({})).toMatchObject({ rejected_lines: 1, rejected: [{ line: 3 }, { line: 3 }] });
  });

  it('knows who is absent only where something was stored and every other line can be told', () => {
    const tally = new ImportTally();
    expect(tally.absentUnknown).toContain('no line');
    tally.add([], { created: 0, updated: 0, unchanged: 1, rejected: [] });
    tally.refuse(refusal(2, 'a'));
    expect([tally.absentUnknown, tally.keptIds]).toEqual([undefined, ['a']]);
    tally.refuse(refusal(3, null));
    expect(tally.absentUnknown).toContain('line 3');
  });
});
