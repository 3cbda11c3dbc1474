import { expect, it } from '@jest/globals';
import { RejectionGroups } from './rejection-groups.ts';

it('groups rejections by reason, whatever value each names, most lines first', () => {
  const groups = new RejectionGroups();
  groups.add(2, [{ field: 'line', reason: 'has no id' }], false);
  groups.add(3, [{ field: 'email', reason: '"a \\"b\\"" is no address' }], true);
  groups.add(4, [{ field: 'email', reason: '"c" is no address' }], true);
  groups.add(5, [{ field: 'email', reason: '"d" is no address' }], false);
  expect(groups.all).toEqual([
    { reason: 'email: "…" is no address', taken: true, lines: 2, first: [3, 4] },
    { reason: 'has no id', taken: false, lines: 1, first: [2] },
    { reason: 'email: "d" is no address', taken: false, lines: 1, first: [5] },
  ]);
});

it('names the first ten lines, and keeps a bounded number of reasons', () => {
  const groups = new RejectionGroups();
  for (let line = 1; line <= 500; line += 1) {
    groups.add(line, [{ field: 'line', reason: 'is too long' }], false);
    groups.add(line, [{ field: 'line', reason: `is ${'x'.repeat(line)}` }], false);
  }
  expect(groups.all.length).toBeLessThanOrEqual(100);
  expect(groups.all[0]).toMatchObject({ lines: 500, first: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] });
});
