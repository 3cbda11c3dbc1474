import { expect, it } from '@jest/globals';
import { ImportAnswer } from '@warren/contracts';
import { importNotes } from './import-notes.ts';

const plain = {
  import_id: 'i-1',
  created: 1,
  updated: 0,
  unchanged: 0,
  rejected: [],
  rejected_lines: 0,
  taken_without: 0,
  silent_no: 0,
};

it('has no notes if everything was imported as in the file', () => {
  expect(importNotes(ImportAnswer.parse(plain))).toEqual([]);
  expect(importNotes(ImportAnswer.parse({ ...plain, cancelled: 3, absent: 3 }))).toEqual([]);
});

it('has a sentence for everything that was left out, left unchanged or skipped', () => {
  const answer = ImportAnswer.parse({
    ...plain,
    taken_without: 1,
    silent_no: 2,
    no_answer: 5,
    kept: { fields: 3, members: 2 },
    cleared: { fields: 1, members: 1 },
    cancelled: 0,
    absent: 4_000,
    absent_of: 5_000,
    cancel_skipped: 'Nobody was cancelled: send confirm=4000.',
  });
  expect(importNotes(answer)).toEqual([
    '1 member taken in part, without what could not be used.',
    '2 members taken as not public: every answer in that column of the file is yes, and theirs is empty.',
    '5 lines of the file left open whether the member is public: who is new is not, who was there stays as they were.',
    '3 fields of 2 members stayed as they were, though the file has an empty cell for them.',
    '1 field of 1 member emptied, as the file has them.',
    'Nobody was marked as gone: the file lacks 4,000 of 5,000 members, and that was not confirmed.',
  ]);
  expect(
    importNotes(ImportAnswer.parse({ ...plain, cancelled: 0, cancel_skipped: 'Line 3 is broken.' })),
  ).toEqual(['Line 3 is broken.']);
});
