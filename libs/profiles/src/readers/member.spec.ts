import { MemberInput } from '@warren/contracts';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseMember } from './member.ts';

function memberOf(record: unknown) {
  const parsed = parseMember(record);
  if (!('member' in parsed)) throw new Error(JSON.stringify(parsed.rejected));
  return parsed.member;
}

function rejectionsOf(record: unknown) {
  const parsed = parseMember(record);
  return 'rejected' in parsed ? parsed.rejected : [];
}

describe('parsing a member', () => {
  it('fills in what is absent, and takes null and empty text as absent', () => {
    const member = memberOf({
      external_id: 7,
      email: null,
      bio: null,
      skills: null,
      is_public: '',
      membership_status: ' ',
    });
    expect(member).toEqual(MemberInput.parse({ external_id: '7' }));
    expect(member).toMatchObject({
      external_id: '7',
      email: null,
      is_public: true,
      membership_status: 'active',
      skills: [],
    });
  });

  it('accepts lists as text, keys in any spelling, and values in words', () => {
    const member = memberOf({
      'E-Mail': ' Ann@Example.ORG ',
      Skills: 'C++; Go|R',
      interests: 'tea, chess',
      is_public: 'No',
      status: 'Canceled',
      roles: ['', ' cook '],
    });
    expect(member).toMatchObject({
      email: 'ann@example.org',
      skills: ['C++', 'Go', 'R'],
      interests: ['tea', 'chess'],
      is_public: false,
      membership_status: 'cancelled',
      roles: ['cook'],
    });
  });

  it('lets a field’s own name win over its synonyms', () => {
    expect(memberOf({ url: 'b', website: 'a', id: 'y', external_id: 'x' })).toMatchObject({
      website: 'a',
      external_id: 'x',
    });
  });

  it('reads answers to prompts in every common shape', () => {
    const answers = (prompt_responses: unknown) => memberOf({ id: 1, prompt_responses }).prompt_responses;
    expect(answers('I make kites')).toEqual([{ prompt: '', response: 'I make kites' }]);
    expect(
      answers(['a', null, { prompt: 'Why?', response: 'b' }, { question: 'How?', answer: 'c' }]),
    ).toEqual([
      { prompt: '', response: 'a' },
      { prompt: 'Why?', response: 'b' },
      { prompt: 'How?', response: 'c' },
    ]);
    expect(answers({ 'Why?': 'b', 'How?': ['c', 'd'], 'When?': '' })).toEqual([
      { prompt: 'Why?', response: 'b' },
      { prompt: 'How?', response: 'c, d' },
    ]);
    expect(answers('{"Why?": "b"}')).toEqual([{ prompt: 'Why?', response: 'b' }]);
  });

  it('says for each field what is wrong and what to write', () => {
    expect(rejectionsOf({ email: 'foo' })).toEqual([
      {
        field: 'email',
        reason: '"foo" is not an e-mail address: correct it (name@example.org) or leave it out',
      },
    ]);
    expect(rejectionsOf({ skills: ['a'] })).toEqual([
      { field: 'external_id', reason: expect.stringContaining('external_id or email is required') },
    ]);
    expect(
      rejectionsOf({ id: 1, is_public: 'maybe', status: 'unsure', skills: { a: 1 } })
        .map(({ field }) => field)
        .sort(),
    ).toEqual(['is_public', 'membership_status', 'skills']);
    expect(rejectionsOf({ id: 1, bio: 'x'.repeat(20_001) })).toEqual([
      { field: 'bio', reason: 'is longer than 20,000 characters: shorten it' },
    ]);
    expect(rejectionsOf({ id: 1e21 })[0]?.reason).toContain('in quotes');
    expect(rejectionsOf(['x'])).toHaveLength(1);
  });

  it('removes what PostgreSQL cannot store', () => {
    const member = memberOf({ id: 'a\u0000b', bio: 'x\ud800y😀', skills: ['\udc00', 'd\u0000e'] });
    expect(member).toMatchObject({ external_id: 'ab', bio: 'xy😀', skills: ['de'] });
  });

  it('gives a valid member or reasons for any data, and never throws', () => {
    const keys = fc.constantFrom(
      'external_id',
      'email',
      'skills',
      'Is Public',
      'status',
      'prompt_responses',
      'bio',
      'urls',
    );
    fc.assert(
      fc.property(fc.dictionary(keys, fc.anything({ withBigInt: true, withDate: true })), (record) => {
        const parsed = parseMember(record);
        if ('member' in parsed) expect(MemberInput.parse(parsed.member)).toEqual(parsed.member);
        else expect(parsed.rejected.length).toBeGreaterThan(0);
      }),
      { numRuns: 500 },
    );
  });
});
