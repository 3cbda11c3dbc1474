import { describe, expect, it } from '@jest/globals';
import { IntroductionState } from '@warren/contracts';
import { choices, holdText, messageTo, needOf, reasonOf } from './text.ts';

describe('the texts of introductions', () => {
  it('say how great the need is', () => {
    expect(needOf({ seekers: 1, givers: 1200 })).toBe('1 member looks for it, 1,200 members have it');
    expect(needOf({ seekers: 2, givers: 1 })).toBe('2 members look for it, 1 member has it');
  });

  it('count nobody of what the analyst proposes, and give both reasons', () => {
    expect(needOf({ seekers: null, givers: null })).toBe('Proposed by the analyst, who has read both');
    expect(reasonOf(null, { field: 'bio', quote: 'I mend looms.' })?.text).toBe('I mend looms.');
    expect(reasonOf({ key: 'skill:joinery', label: 'Joinery' }, null)?.text).toBe('Joinery');
    expect(holdText({ kind: 'unread', about: null, words: '' })).not.toContain('“');
    expect(holdText({ kind: 'sensitive', about: 'health', words: 'my knee' })).toMatch(/: “my knee”$/);
  });

  it('offer every state', () => {
    expect(choices.map(({ value }) => value)).toEqual(expect.arrayContaining([...IntroductionState.options]));
  });

  it('greet both', () => {
    const seeker = { id: 1, first_name: 'Ada', last_name: 'Lovelace' };
    const giver = { id: 2, first_name: '', last_name: '' };
    expect(messageTo({ seeker, giver, why: 'because.' })).toMatch(
      /^Hello Ada, hello Member 2,\n\n.+ because\.\n/,
    );
  });
});
