import { describe, expect, it } from '@jest/globals';
import { readingText, themesText } from './reading-text.ts';

describe('what a run read, as text', () => {
  const first = 'Read: 48 of 60 members who wrote something, 20 of them by this run.';

  it('says how many were read, by this run and ever, and tells those never read from those who wrote anew', () => {
    const reading = { members: 60, read: 48, read_in_run: 20 };
    expect(readingText({ ...reading, unread: 5 })).toEqual([
      first,
      '5 members were never read by any run; 7 have changed the words since.',
    ]);
    expect(readingText({ ...reading, unread: 11 })).toEqual([
      first,
      '11 members were never read by any run; 1 has changed the words since.',
    ]);
    expect(readingText({ ...reading, unread: 12 })).toEqual([
      first,
      '12 members were never read by any run.',
    ]);
  });

  it('says that nobody was missed, or that there is nothing to read', () => {
    expect(readingText({ members: 1, read: 1, read_in_run: 0, unread: 0 })).toEqual([
      'Read: 1 of 1 member who wrote something, 0 of them by this run.',
      'Some run has read each of them.',
    ]);
    expect(readingText({ members: 0, read: 0, read_in_run: 0, unread: 0 })).toEqual([
      'Nobody has written anything to read.',
    ]);
  });
});

describe('what a run did with themes, as text', () => {
  it('says what was added, kept, refused and left', () => {
    expect(themesText({ defined: 7, judged_in_run: 40, left: 8, codes: 52, refused: 3 })).toEqual([
      '7 themes were added.',
      '40 members were read for themes: 52 quotes kept, 3 refused.',
      '8 members still to be read.',
    ]);
    expect(themesText({ defined: 1, judged_in_run: 1, left: 0, codes: 1, refused: 0 })).toEqual([
      '1 theme was added.',
      '1 member was read for themes: 1 quote kept.',
      'Nobody is left to be read.',
    ]);
    expect(themesText({ defined: 0, judged_in_run: 0, left: 1, codes: 0, refused: 0 })).toEqual([
      'Nobody was read for themes.',
      '1 member still to be read.',
    ]);
  });
});
