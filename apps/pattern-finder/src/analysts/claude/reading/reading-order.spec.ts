import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { coverageOf, keyOf, toRead, withinCharacters } from './reading-order.ts';
import type { TextEntry } from './reading-order.ts';

const text = (memberId: number, revision: number, hash = 'a', characters = 100): TextEntry => ({
  memberId,
  hash,
  characters,
  revision,
});
const ids = (texts: readonly TextEntry[]): number[] => texts.map(({ memberId }) => memberId);
const none = {
  inRun: new Set<string>(),
  before: new Map<string, number>(),
  membersBefore: new Set<number>(),
};

describe('the order of reading', () => {
  const texts = [text(1, 4), text(2, 9, 'new'), text(3, 4), text(4, 2)];

  it('has whom nobody has read, newest first, and a changed text again', () => {
    expect(ids(toRead(texts, none))).toEqual([2, 3, 1, 4]);
    const before = new Map([
      ['2 old', 7],
      ['3 a', 7],
      ['4 a', 5],
    ]);
    expect(ids(toRead(texts, { ...none, before }))).toEqual([2, 1]);
    expect(ids(toRead(texts, { ...none, before }, { again: true }))).toEqual([2, 1, 4, 3]);
  });

  it('goes on where the run has stopped, or after a member', () => {
    const inRun = new Set(['2 new', '3 a']);
    expect(ids(toRead(texts, { ...none, inRun }))).toEqual([1, 4]);
    expect(ids(toRead(texts, { ...none, inRun }, { after: 3 }))).toEqual([1, 4]);
    expect(ids(toRead(texts, { ...none, inRun }, { after: 1 }))).toEqual([4]);
    expect(ids(toRead(texts, none, { after: 99 }))).toEqual([2, 3, 1, 4]);
  });

  it('tells how many were read, and whom nobody has', () => {
    const read = { ...none, inRun: new Set(['2 new']), before: new Map([['3 a', 7]]) };
    expect(coverageOf(texts, read)).toEqual({
      reading: { members: 4, read: 2, read_in_run: 1, unread: 2 },
      unreadIds: [1, 4],
    });
  });

  it('reads everybody exactly once, in pages of any size', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.tuple(fc.integer({ min: 1, max: 500 }), fc.nat(9)), { selector: ([id]) => id }),
        fc.integer({ min: 1, max: 7 }),
        (members, page) => {
          const all = members.map(([id, revision]) => text(id, revision));
          const inRun = new Set<string>();
          const seen: number[] = [];
          for (let next = toRead(all, none); next.length > 0; next = toRead(all, { ...none, inRun })) {
            const shown = next.slice(0, page);
            seen.push(...ids(shown));
            shown.forEach((each) => inRun.add(keyOf(each)));
          }
          expect(seen).toEqual(ids(toRead(all, none)));
          expect(coverageOf(all, { ...none, inRun }).reading.unread).toBe(0);
        },
      ),
    );
  });
});

describe('the texts of a first message', () => {
  it('are all of them if they fit, else a sample from the first to the last that does', () => {
    const texts = Array.from({ length: 100 }, (_, at) => text(at, 1));
    expect(withinCharacters(texts, 10_000)).toHaveLength(100);
    expect(ids(withinCharacters(texts, 1_000))).toEqual([0, 10, 20, 30, 40, 50, 60, 70, 80, 90]);
    expect(withinCharacters(texts, 0)).toEqual([]);
  });

  it('never have more characters than they may', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(7_000)), fc.nat(50_000), (lengths, most) => {
        const chosen = withinCharacters(
          lengths.map((length, at) => text(at, 1, 'a', length)),
          most,
        );
        expect(chosen.reduce((sum, { characters }) => sum + characters, 0)).toBeLessThanOrEqual(most);
      }),
    );
  });
});
