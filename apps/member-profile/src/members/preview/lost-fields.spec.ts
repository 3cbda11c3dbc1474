import { describe, expect, it } from '@jest/globals';
import { MemberInput } from '@warren/contracts';
import { lostFields, sumLost } from './lost-fields.ts';

const member = (fields: object): MemberInput => MemberInput.parse({ external_id: 'x', ...fields });

describe('what a change loses', () => {
  it('are emptied fields, lists that lack an entry, and answers to questions that have none any more', () => {
    const before = member({
      email: 'a@example.org',
      bio: 'Binds books.',
      skills: ['Bookbinding', 'Paper'],
      interests: ['Tea'],
      prompt_responses: [{ prompt: 'Why?', response: 'Bees.' }],
    });
    const after = member({
      skills: ['Paper', 'Gold'],
      prompt_responses: [{ prompt: 'How?', response: 'So.' }],
    });
    expect(lostFields(before, after)).toEqual(['email', 'bio', 'skills', 'interests', 'prompt_responses']);
  });

  it('is nothing where texts are replaced, lists grow and fields are filled', () => {
    const before = member({
      bio: 'Old.',
      skills: ['Paper'],
      prompt_responses: [{ prompt: 'Why?', response: 'A' }],
    });
    const after = member({
      bio: 'New.',
      role: 'Binder',
      skills: ['Gold', 'Paper'],
      prompt_responses: [{ prompt: 'Why?', response: 'B' }],
    });
    expect(lostFields(before, after)).toEqual([]);
  });

  it('is summed by field, most members first', () => {
    expect(sumLost([['bio', 'skills'], [], ['skills']])).toEqual({
      fields: 3,
      members: 2,
      by_field: [
        { field: 'skills', members: 2 },
        { field: 'bio', members: 1 },
      ],
    });
  });
});
