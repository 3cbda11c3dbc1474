import { expect, it } from '@jest/globals';
import { countsText, undoQuestion, undoText } from './text.ts';

const none = { created: 0, updated: 0, unchanged: 0, cancelled: 0, rejected_lines: 0 };

it('counts what an import did', () => {
  expect([
    countsText(none),
    countsText({ created: 1_200, updated: 3, unchanged: 4, cancelled: 2, rejected_lines: 1 }),
  ]).toEqual(['nobody', '1,200 new, 3 changed, 4 as they were, 2 marked as gone, 1 line not taken']);
});

it('says what undoing an import will do, before it is done', () => {
  expect(undoQuestion({ ...none, created: 12, updated: 1, cancelled: 2 })).toBe(
    'The 12 members whom it added go again, the 1 member whom it changed is as before, and the 2 members whom it marked as gone are back. Whoever was changed otherwise since, or erased, stays as they are.',
  );
  expect(undoQuestion(none)).toBe(
    'What it changed is as before. Whoever was changed otherwise since, or erased, stays as they are.',
  );
});

it('says what undoing an import did', () => {
  expect([
    undoText({ import_id: 'i', removed: 1, restored: 0, left: 0 }),
    undoText({ import_id: 'i', removed: 12, restored: 3, left: 1 }),
    undoText({ import_id: 'i', removed: 0, restored: 0, left: 0 }),
  ]).toEqual([
    'Undone: 1 member removed.',
    'Undone: 12 members removed, 3 as before, 1 left as they are, since they were changed or erased.',
    'Undone: nobody had to be changed.',
  ]);
});
