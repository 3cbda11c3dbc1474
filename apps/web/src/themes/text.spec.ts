import { describe, expect, it } from '@jest/globals';
import { UntestedBecause } from '@warren/contracts';
import { listedText, membersText, readingText, testsText } from './text.ts';

describe('the texts of themes', () => {
  it('say how many of those who were read carry one, with the interval', () => {
    const of = (members: number, judged: number, low: number, high: number) =>
      membersText({ members, judged, share: members / judged, share_low: low, share_high: high });
    expect(of(12, 48, 0.151, 0.388)).toBe('12 of 48 who were read, 15–39%');
    expect(of(0, 1200, 0, 0.0032)).toBe('0 of 1,200 who were read, 0–1%');
    expect(of(5000, 5000, 0.9992, 1)).toBe('5,000 of 5,000 who were read, 99–100%');
  });

  it('tell those apart who changed their words since they were read', () => {
    const none = { share: null, share_low: null, share_high: null };
    expect(membersText({ members: 0, judged: 0, ...none })).toBe('Nobody was read for it yet');
    expect(membersText({ members: 2, judged: 0, ...none })).toBe(
      '2 members, who have changed their words since',
    );
    expect(membersText({ members: 3, judged: 10, share: 0.1, share_low: 0.02, share_high: 0.4 })).toBe(
      '1 of 10 who were read, 2–40%; 2 more, who changed their words since',
    );
  });

  it('give each reason to leave one out of tests a sentence of its own', () => {
    const sentences = [null, ...UntestedBecause.options].map((untested) => testsText({ untested }));
    expect(new Set(sentences).size).toBe(UntestedBecause.options.length + 1);
    expect(sentences.filter((sentence) => sentence.startsWith('It takes no part'))).toHaveLength(
      UntestedBecause.options.length,
    );
  });

  it('say how far the reading is', () => {
    expect(readingText({ judged: 48, written: 60 })).toBe(
      '48 of 60 members who wrote something were read for all of these.',
    );
    expect(readingText({ judged: 1, written: 1 })).toBe(
      '1 of 1 member who wrote something was read for all of these.',
    );
  });

  it('name what members list with its kind, by its key where its label is not known', () => {
    expect(listedText({ key: 'skill:baking', label: 'Baking' })).toBe('Baking (skill)');
    expect(listedText({ key: 'looking_for:a: b' })).toBe('a: b (wish)');
  });
});
