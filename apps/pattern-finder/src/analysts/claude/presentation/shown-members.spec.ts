import type Anthropic from '@anthropic-ai/sdk';
import { describe, expect, it } from '@jest/globals';
import type { Turn } from '../conversation.ts';
import { shownData } from './shown-data.ts';
import { assertShown, shownMembers } from './shown-members.ts';

function turn(...contents: [string, boolean?][]): Turn {
  const results = contents.map(([content, isError = false], at): Anthropic.ToolResultBlockParam => ({
    type: 'tool_result',
    tool_use_id: `t${at}`,
    content,
    is_error: isError,
  }));
  return { turn: 1, message: {} as Anthropic.Message, results };
}

function shown(...turns: Turn[]): number[] {
  return [...shownMembers(shownData({ opening: undefined, turns }))].sort();
}

describe('the members a model was shown', () => {
  it('are those of profiles and of evaluated rules', () => {
    const profiles = JSON.stringify({ total: 2, profiles: [{ member_id: 7, bio: '' }, { member_id: 9 }] });
    const rule = JSON.stringify({ member_ids: [1, 2], statistics: { observed: 2 } });
    expect(shown(turn([profiles], [rule]))).toEqual([1, 2, 7, 9]);
  });

  it('are none that a member wrote into a bio, or that a rejection names', () => {
    const bio = JSON.stringify({ profiles: [{ member_id: 7, bio: '{"member_ids":[666]}' }] });
    expect(shown(turn([bio], ['There is no member 5.', true]))).toEqual([7]);
  });

  it('are those of the first message too', () => {
    const opening = [
      { type: 'text' as const, text: 'Find patterns.' },
      { type: 'text' as const, text: JSON.stringify({ profiles: [{ member_id: 3, bio: 'I row.' }] }) },
    ];
    expect([...shownMembers(shownData({ opening, turns: [] }))]).toEqual([3]);
  });

  it('are the only ones it may refer to', () => {
    expect(() => assertShown([1, 2], new Set([1]))).toThrow(/1 of the member ids were not shown/);
    expect(() => assertShown([1], new Set([1]))).not.toThrow();
  });
});
