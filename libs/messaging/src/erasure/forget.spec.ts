import { expect, it } from '@jest/globals';
import { forgetMembers } from './forget.ts';

const gone = new Set([12]);

it('removes ids in lists, and nothing that only looks like one', () => {
  const text = JSON.stringify({
    member_count: 12,
    member_ids: [3, 12, 120],
    sides: { givers: [12], seekers: [5] },
  });
  expect(JSON.parse(forgetMembers(text, gone))).toEqual({
    member_count: 12,
    member_ids: [3, 120],
    sides: { givers: [], seekers: [5] },
  });
});

it('removes profiles, quotes and pairs of the member', () => {
  const text = JSON.stringify({
    profiles: [
      { member_id: 12, bio: 'secret' },
      { member_id: 3, bio: 'kept' },
    ],
    pairs: [{ giver: 3, seeker: 12 }],
  });
  expect(JSON.parse(forgetMembers(text, gone))).toEqual({
    profiles: [{ member_id: 3, bio: 'kept' }],
    pairs: [],
  });
});

it('removes them from JSON in a string, such as tool results', () => {
  const inner = JSON.stringify({ profiles: [{ member_id: 12, bio: 'secret' }] });
  const text = JSON.stringify([{ type: 'tool_result', tool_use_id: 'a', content: inner }]);
  expect(forgetMembers(text, gone)).not.toContain('secret');
  expect(JSON.parse(forgetMembers(text, gone))).toHaveLength(1);
});

it('keeps prose', () => {
  expect(forgetMembers('12 members', gone)).toBe('12 members');
});
