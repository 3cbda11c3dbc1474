import type Anthropic from '@anthropic-ai/sdk';
import { describe, expect, it } from '@jest/globals';
import type { Turn } from '../conversation.ts';
import { profilesForModel } from './model-profiles.ts';
import { shownWords } from './shown-words.ts';

function turn(content: string, isError = false): Turn {
  const results = [{ type: 'tool_result' as const, tool_use_id: 't', content, is_error: isError }];
  return { turn: 1, message: {} as Anthropic.Message, results };
}

const profile = {
  ...{ member_id: 7, role: 'Baker', bio: 'I bake.', looking_for: 'Flour', prompt_responses: '' },
  facets: [{ key: 'skill:baking', label: 'Baking' }],
};

describe('the words a model was shown', () => {
  it('are those of profiles, as the model is given them', () => {
    const profiles = JSON.stringify(profilesForModel({ total: 1, profiles: [profile] }));
    const others = [turn('{"patterns":[],"more":0}'), turn('There is no member 5.', true)];
    expect(shownWords([turn(profiles), ...others])).toEqual([
      { memberId: 7, texts: ['Baker', 'I bake.', 'Flour', '', 'baking'] },
    ]);
  });

  it.each([
    JSON.stringify({ profiles: [{ ...profile, facets: ['skill:baking'], bio: null }] }),
    JSON.stringify({ profiles: 'none' }),
    'no JSON',
  ])('are not taken for nobody’s where a result cannot be read: %s', (content) => {
    expect(() => shownWords([turn(content)])).toThrow('cannot be read');
  });
});
