import { describe, expect, it } from '@jest/globals';
import type { PseudonymousProfile } from '@warren/contracts';
import { isWhole, profilesForModel } from './model-profiles.ts';
import { bytesOf } from './within-bytes.ts';

function profile(member_id: number, bio: string, facets = 8): PseudonymousProfile {
  return {
    member_id,
    role: 'Printer',
    bio,
    looking_for: 'somebody to mend a press with',
    prompt_responses: '',
    facets: Array.from({ length: facets }, (_, at) => ({ key: `skill:skill ${at}`, label: `Skill ${at}` })),
  };
}

const some = (count: number, bio: string, facets?: number): PseudonymousProfile[] =>
  Array.from({ length: count }, (_, at) => profile(at + 1, bio, facets));

describe('profilesForModel', () => {
  it('shows profiles of usual length whole, with the keys that rules name', () => {
    const bio = 'I print by hand and mend what breaks. '.repeat(10).trim();
    const { profiles, total, left_out, note } = profilesForModel({ total: 300, profiles: some(25, bio, 2) });
    expect(total).toBe(300);
    expect(profiles).toHaveLength(25);
    expect(profiles[24]).toMatchObject({ bio, facets: ['skill:skill 0', 'skill:skill 1'] });
    expect([left_out, note]).toEqual([undefined, undefined]);
  });

  it('cuts the longest texts first, to their beginnings, and says so', () => {
    const long = 'ünd so weiter, 𝒹as ist lang. '.repeat(200);
    const short = 'I print by hand and mend what breaks.';
    const shown = profilesForModel({ total: 25, profiles: [...some(24, long), profile(25, short)] });
    expect(bytesOf(shown)).toBeLessThan(24_500);
    expect(shown.profiles).toHaveLength(25);
    expect(shown.profiles[24]).toMatchObject({ bio: short });
    const [first] = shown.profiles;
    const bio = first !== undefined && 'bio' in first ? first.bio : '';
    expect(bio).toMatch(/ …$/);
    expect(long.startsWith(bio.slice(0, -2))).toBe(true);
    expect(shown.note).toMatch(/cut at/);
  });

  it('has no texts of members whom the model has read', () => {
    const shown = profilesForModel({ total: 2, profiles: some(2, 'I print.', 1) }, new Set([2]));
    expect(shown.profiles[0]).toMatchObject({ member_id: 1, bio: 'I print.' });
    expect(shown.profiles[1]).toEqual({ member_id: 2, shown_before: true, facets: ['skill:skill 0'] });
    expect(some(2, 'I print.').map((each) => isWhole(each, shown.profiles))).toEqual([true, false]);
  });

  it('leaves profiles out if even that is not enough, and says how many', () => {
    const profiles = some(25, 'word '.repeat(600), 500).map((each) => ({
      ...each,
      looking_for: each.bio,
      prompt_responses: each.bio,
      facets: each.facets.map(({ key, label }) => ({ key: key.padEnd(60, ' and more'), label })),
    }));
    const shown = profilesForModel({ total: 25, profiles });
    expect(bytesOf(shown)).toBeLessThan(24_500);
    expect(shown.left_out).toBe(25 - shown.profiles.length);
    expect(shown.profiles.length).toBeGreaterThan(8);
    expect(shown.profiles[0]).toMatchObject({ member_id: 1, more_facets: 480 });
  });
});
