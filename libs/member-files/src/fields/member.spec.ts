import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { MemberInput, MemberLine } from '@warren/contracts';
import { parseMember } from './member.ts';

function memberOf(record: unknown) {
  const parsed = parseMember(record);
  if (!('member' in parsed)) {
    throw new Error(JSON.stringify(parsed.rejected));
  }
  return parsed.member;
}

function rejectionsOf(record: unknown) {
  const parsed = parseMember(record);
  return 'rejected' in parsed ? parsed.rejected : [];
}

function withoutOf(record: unknown) {
  const parsed = parseMember(record);
  return 'without' in parsed ? parsed.without : [];
}

describe('parseMember', () => {
  it('uses defaults for absent values, null and empty texts', () => {
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

  it('reads answers to prompts in every common form', () => {
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

  it('separates the fields of a line from the defaults of a new member', () => {
    const parsed = parseMember({ id: 1, bio: '', skills: null, status: '', is_public: null, role: 'cook' });
    expect(parsed).toMatchObject({ line: { external_id: '1', bio: '', skills: [], role: 'cook' } });
    expect('line' in parsed && Object.keys(parsed.line).sort()).toEqual([
      'bio',
      'external_id',
      'role',
      'skills',
    ]);
  });

  it('accepts a member without its invalid fields, and says what to write', () => {
    expect(withoutOf({ id: 1, email: 'foo', bio: 'Weaves.' })).toEqual([
      {
        field: 'email',
        reason: '"foo" is not an e-mail address: correct it (name@example.org) or leave it out',
      },
    ]);
    expect(memberOf({ id: 1, email: 'foo', bio: 'Weaves.' })).toMatchObject({ email: null, bio: 'Weaves.' });
    const odd = {
      id: 1,
      is_public: 'maybe',
      status: 'unsure',
      skills: { a: 1 },
      first_name: ['x'],
      bio: 'Weaves.',
    };
    expect(
      withoutOf(odd)
        .map(({ field }) => field)
        .sort(),
    ).toEqual(['first_name', 'is_public', 'membership_status', 'skills']);
    expect(memberOf(odd)).toMatchObject({ bio: 'Weaves.', membership_status: 'active' });
    expect(withoutOf({ id: 1, bio: 'x'.repeat(20_001) })).toEqual([
      { field: 'bio', reason: 'is longer than 20,000 characters: shorten it' },
    ]);
    expect(withoutOf({ id: 1e21, email: 'a@example.org' })[0]?.reason).toContain('in quotes');
  });

  it('rejects only the invalid entries of a list', () => {
    const record = {
      id: 1,
      skills: ['Felt', 'x'.repeat(501), { level: 3 }, 'Weaving'],
      prompt_responses: [
        { prompt: 'Why?', response: 'y'.repeat(10_001) },
        { prompt: 'How?', response: 'Well.' },
      ],
    };
    expect(memberOf(record)).toMatchObject({
      skills: ['Felt', 'Weaving'],
      prompt_responses: [{ prompt: 'How?', response: 'Well.' }],
    });
    expect(withoutOf(record).map(({ field, reason }) => `${field} ${reason}`)).toEqual([
      expect.stringMatching(/^skills entry 3: .*not text/),
      'skills entry 2 is longer than 500 characters: shorten it',
      'prompt_responses entry 1 is longer than 10,000 characters: shorten it',
    ]);
  });

  it.each([
    ['skills', [{ name: 'Welding' }]],
    ['skills', ['x'.repeat(20_000)]],
    ['interests', ['\u0000']],
    ['bio', '\u0000'],
    ['prompt_responses', [{ prompt: 'Why?', response: { deep: 1 } }]],
  ])('does not treat %s as empty if its value cannot be read', (field, given) => {
    const parsed = parseMember({ id: 1, [field]: given });
    if (!('line' in parsed)) {
      throw new Error('the member was rejected');
    }
    expect(parsed.line).toEqual({ external_id: '1' });
    expect(parsed.without.map((rejection) => rejection.field)).toEqual([field]);
    const emptied = parseMember({ id: 1, [field]: null });
    expect('line' in emptied && Object.keys(emptied.line)).toEqual(['external_id', field]);
  });

  it('keeps a member private whose answer cannot be read', () => {
    expect(memberOf({ id: 1, is_public: 'members only' }).is_public).toBe(false);
  });

  it('rejects a line without a usable identifier, and says why', () => {
    expect(rejectionsOf({ email: 'foo' })).toEqual([
      {
        field: 'email',
        reason:
          '"foo" is not an e-mail address: correct it (name@example.org); nothing else tells this member apart',
      },
    ]);
    expect(rejectionsOf({ skills: ['a'] })).toEqual([
      { field: 'external_id', reason: expect.stringContaining('external_id or email is required') },
    ]);
    expect(rejectionsOf({ id: 1e21 })[0]?.reason).toContain('in quotes');
    expect(rejectionsOf({ id: 'x'.repeat(201), bio: 'x' })).toMatchObject([{ field: 'external_id' }]);
    expect(rejectionsOf(['x'])).toHaveLength(1);
  });

  it.each([
    ['true True TRUE yes Y 1 1.0 x X ✓ ✔️ ☑ ja oui sí on public', true],
    ['false False FALSE no N 0 0.0 nein non não off private ✗ ☐', false],
  ])('reads %s as %s', (words, expected) => {
    for (const word of words.split(' ')) {
      expect([word, memberOf({ id: 1, is_public: word }).is_public]).toEqual([word, expected]);
      expect(withoutOf({ id: 1, is_public: word })).toEqual([]);
    }
  });

  it('knows the statuses of membership systems', () => {
    const statuses = (words: string) =>
      words.split(' ').map((status) => memberOf({ id: 1, status }).membership_status);
    expect(new Set(statuses('New Current Grace PendingRenewal Aktiv'))).toEqual(new Set(['active']));
    expect(new Set(statuses('Deceased gekündigt Ausgetreten Canceled'))).toEqual(new Set(['cancelled']));
    expect(statuses('Lapsed')).toEqual(['expired']);
  });

  it('drops what PostgreSQL cannot store and says so; rejects an id that would change', () => {
    const record = {
      email: 'a@example.org',
      bio: 'x\ud800y😀',
      skills: ['\udc00', 'd\u0000e'],
      id: 'a\u0000b',
    };
    expect(memberOf(record)).toMatchObject({ external_id: null, bio: 'xy😀', skills: ['de'] });
    expect(withoutOf(record).map(({ field }) => field)).toEqual(['bio', 'skills', 'external_id']);
    expect(withoutOf({ id: 1, bio: 'all 😀 well' })).toEqual([]);
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
        if ('member' in parsed) {
          expect(MemberInput.parse(parsed.member)).toEqual(parsed.member);
          expect(MemberLine.parse(parsed.line)).toEqual(parsed.line);
          expect(parsed.member).toMatchObject(
            Object.fromEntries(Object.entries(parsed.line).filter(([field]) => field !== 'external_id')),
          );
        } else {
          expect(parsed.rejected.length).toBeGreaterThan(0);
        }
      }),
      { numRuns: 500 },
    );
  });
});
