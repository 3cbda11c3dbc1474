import { expect, it } from '@jest/globals';
import { ImportAnswer } from '@warren/contracts';
import { importLines } from './import-summary.ts';

it('distinguishes rejected lines from members taken in part, and reports the effect of missing answers', () => {
  const answer = ImportAnswer.parse({
    created: 3,
    updated: 1,
    unchanged: 0,
    rejected: [
      { line: 2, field: 'email', reason: 'is none', taken: true },
      { line: 5, field: 'line', reason: 'is broken' },
    ],
    rejected_lines: 1,
    taken_without: 1,
    silent_no: 2,
    no_answer: 5,
    kept: { fields: 4, members: 1 },
    reading: {
      format: 'CSV separated by semicolons',
      rows: 4,
      notes: ['2 lines above the header were skipped.'],
      identity: ['email'],
      source: 'a',
      columns: [
        { name: 'Phone', heading: 'Phone', role: 'ignored', confidence: 1, reason: 'contact', examples: [] },
        { name: 'E-Mail', heading: 'E-Mail', role: 'email', confidence: 1, reason: 'heading', examples: [] },
      ],
    },
  });
  expect(importLines(answer)).toEqual([
    '4 members taken (3 new, 1 changed), 1 lines rejected',
    '1 members taken in part, without what could not be used',
    '2 members are not public: every answer in that column is yes, and theirs is empty',
    '5 lines leave open whether their member is public: those who are new are not, the others stay as they are',
    '4 filled fields of 1 members stay, though empty in the file',
    'Read as CSV separated by semicolons',
    '2 lines above the header were skipped.',
    'Columns not read: Phone',
    '  line 5, line: is broken',
    '  line 2, email: is none (the member was taken without it)',
  ]);
});

it('reports only the total where all were taken', () => {
  const answer = { rejected: [], rejected_lines: 0, taken_without: 0, silent_no: 0 };
  const lines = (counts: { created: number; updated: number; unchanged: number }): string[] =>
    importLines(ImportAnswer.parse({ ...answer, ...counts }));
  expect(lines({ created: 130, updated: 0, unchanged: 0 })).toEqual([
    '130 members taken (130 new), 0 lines rejected',
  ]);
  expect(lines({ created: 0, updated: 0, unchanged: 130 })).toEqual([
    '130 members taken (130 unchanged), 0 lines rejected',
  ]);
  expect(lines({ created: 0, updated: 0, unchanged: 0 })).toEqual(['0 members taken, 0 lines rejected']);
});
