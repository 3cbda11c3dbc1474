import { describe, expect, it } from '@jest/globals';
import { UntestedBecause } from '@warren/contracts';
import { listedText, membersText, readingText, testsText } from './text.ts';

describe('the texts of themes', () => {
  it('say how many of those who were read carry one, with the interval', () => {
    expect(membersText({ members: 12, judged: 48, share_low: 0.151, share_high: 0.388 })).toBe(
      '12 of 48 who were read, 15–39%',
    );
    expect(membersText({ members: 0, judged: 1200, share_low: 0, share_high: 0.0032 })).toBe(
      '0 of 1,200 who were read, 0–1%',
    );
    expect(membersText({ members: 5000, judged: 5000, share_low: 0.9992, share_high: 1 })).toBe(
      '5,000 of 5,000 who were read, 99–100%',
    );
    expect(membersText({ members: 0, judged: 0, share_low: null, share_high: null })).toBe(
      'Nobody was read for it yet',
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
