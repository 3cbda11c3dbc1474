import { describe, expect, it } from '@jest/globals';
import { profilesForModel } from './model-profiles.ts';
import { shownWords } from './shown-words.ts';

const profile = {
  ...{ member_id: 7, role: 'Baker', bio: 'I bake.', looking_for: 'Flour', prompt_responses: '' },
  facets: [{ key: 'skill:baking', label: 'Baking' }],
};

describe('the words a model was shown', () => {
  it('are those of profiles, as the model is given them', () => {
    const profiles = profilesForModel({ total: 1, profiles: [profile] });
    expect(shownWords([profiles, { patterns: [], more: 0 }])).toEqual([
      { memberId: 7, texts: ['Baker', 'I bake.', 'Flour', '', 'baking'] },
    ]);
  });

  it('are those of profiles read in part, and of sentences that were found', () => {
    const read = { coverage: 'read 1 of 2', profiles: [{ member_id: 3, bio: 'I row.' }] };
    const found = { found: [{ member_id: 4, field: 'bio', quote: 'I bake.' }], more: false };
    const facets = { found: [{ text: 'rowing', known: false, facets: [] }] };
    const words = shownWords([read, found, facets, { member_ids: [5] }]);
    expect(words.map(({ memberId, texts }) => [memberId, texts.join('')])).toEqual([
      [3, 'I row.'],
      [4, 'I bake.'],
    ]);
  });

  it.each([
    { profiles: [{ ...profile, facets: ['skill:baking'], bio: null }] },
    { profiles: 'none' },
    { found: [{ member_id: 4 }] },
    'no JSON',
  ])('are not taken for nobody’s where they cannot be read: %j', (shown) => {
    expect(() => shownWords([shown])).toThrow('cannot be read');
  });
});
