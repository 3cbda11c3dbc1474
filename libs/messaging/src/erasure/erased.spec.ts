import { describe, expect, it } from '@jest/globals';
import { Forgetting, erasedPassages, noteOf } from './erased.ts';
import { wordsOfMembers } from './forget.ts';

const bio = 'The lamps at the quay were my father’s before they were mine.';
const [published] = erasedPassages([bio]);
const note = noteOf([918_273_645, 12], published);
const forgetting = new Forgetting([note]);

describe('an erased member', () => {
  it('is known by hashes, each under a salt of its own', () => {
    expect(JSON.stringify(note)).not.toMatch(/918273645|lamps|father/);
    expect(noteOf([12], erasedPassages([bio])[0]).members).not.toEqual(noteOf([12], published).members);
    expect([forgetting.has(918_273_645), forgetting.has(12), forgetting.has(120)]).toEqual([
      true,
      true,
      false,
    ]);
  });

  it('is announced in as many events as their passages need', () => {
    const long = Array.from({ length: 130_000 }, (_, n) => `word${n}`).join(' ');
    const parts = erasedPassages([long]);
    expect(parts.map(({ hashes }) => hashes.length / 8)).toEqual([60_000, 60_000, 9_997]);
    expect(erasedPassages([''])).toHaveLength(1);
    expect(
      new Forgetting([noteOf([1], parts[2])]).redact(
        'It all ends with word129990 word129991 word129992 word129993.',
      ),
    ).toBe('It all ends with ….');
  });

  it('is removed from prose, by passages and where a number is certainly an id', () => {
    expect(
      forgetting.redact('918273645 said: “lamps at the quay”. Members 3, 12 and 15; member_id: 12.'),
    ).toBe('… said: “…”. Members 3, … and 15; member_id: ….');
    expect(forgetting.redact('12 members have 12 lamps, 912 or 12.5 of them')).toBe(
      '12 members have 12 lamps, 912 or 12.5 of them',
    );
  });

  it('is removed from JSON, and from JSON in its strings, beside any other content', () => {
    const inner = JSON.stringify({
      profiles: [
        { member_id: 12, bio },
        { member_id: 3, bio: 'x' },
      ],
    });
    const text = JSON.stringify({
      name: '\ud83d',
      joined: [12, 3],
      content: inner,
      said: bio,
      member_count: 12,
    });
    expect(JSON.parse(forgetting.forget(text))).toEqual({
      name: '\ud83d',
      joined: [3],
      content: '{"profiles":[{"member_id":3,"bio":"x"}]}',
      said: 'Taken out: words of a member who has left.',
      member_count: 12,
    });
  });

  it.each([
    ['lists', '['.repeat(3_000) + ']'.repeat(3_000)],
    ['objects', '{"a":'.repeat(200_000) + '1' + '}'.repeat(200_000)],
  ])('is removed where there are %s nested too deeply to be read', (_what, deep) => {
    const text = `{"said":${JSON.stringify(bio)},"kept":"as it was","deep":${deep},"joined":[3,12]}`;
    const outer: unknown = JSON.parse(forgetting.forget(JSON.stringify([text])));
    const inner: unknown = JSON.parse(String(outer));
    expect(inner).toMatchObject({
      said: 'Taken out: words of a member who has left.',
      kept: 'as it was',
      joined: [3],
    });
    expect(forgetting.forget(deep).length).toBeLessThan(1_000);
    expect(wordsOfMembers(text, forgetting)).toEqual([]);
  });

  it('leaves every byte of a text without them', () => {
    for (const text of ['{ "a" : [1,\n2], "n": 1.0 }', '[1, {', '{"name":"\\ud83d"}', 'plain', '']) {
      expect(forgetting.forget(text)).toBe(text);
    }
  });
});
