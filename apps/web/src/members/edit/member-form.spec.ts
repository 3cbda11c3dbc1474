import { describe, expect, it } from '@jest/globals';
import { Member } from '@warren/contracts';
import { changes, emptyForm, formOf, isTold } from './member-form.ts';

const member = Member.parse({
  id: 7,
  consents: [],
  external_id: 'a-7',
  email: null,
  first_name: 'Ada',
  last_name: '',
  bio: 'Weaves.\nBakes.',
  role: '',
  company: '',
  location: '',
  website: '',
  urls: [],
  roles: [],
  skills: ['Weaving', 'Baking, and more'],
  interests: [],
  looking_for: ['Somebody who\nknows looms'],
  all_traits: [],
  prompt_responses: [{ prompt: 'Why?', response: 'Because.' }],
  membership_status: 'paused',
  is_public: false,
  created_at: '2026-01-01T00:00:00Z',
  updated_at: '2026-01-01T00:00:00Z',
});

describe('the form of a member', () => {
  it('has a list as one entry a line', () => {
    expect(formOf(member)).toMatchObject({
      first_name: 'Ada',
      email: '',
      skills: 'Weaving\nBaking, and more',
      looking_for: 'Somebody who knows looms',
      bio: 'Weaves.\nBakes.',
      membership_status: 'paused',
      is_public: false,
    });
  });

  it('changes nothing that was not changed in it', () => {
    expect(changes(formOf(member), formOf(member))).toEqual({});
    expect(changes(emptyForm, emptyForm)).toEqual({});
  });

  it('gives only what was changed, and empties what was emptied', () => {
    const form = { ...formOf(member), external_id: ' ', email: ' ada@example.org ', first_name: '', bio: '' };
    expect(
      changes(formOf(member), { ...form, skills: '\n  Weaving \r\n\r\nKnitting\n', looking_for: ' ' }),
    ).toEqual({
      external_id: null,
      email: 'ada@example.org',
      first_name: '',
      bio: '',
      skills: ['Weaving', 'Knitting'],
      looking_for: [],
    });
    expect(
      changes(formOf(member), { ...formOf(member), is_public: true, membership_status: 'active' }),
    ).toEqual({
      is_public: true,
      membership_status: 'active',
    });
  });

  it('gives and withdraws a consent', () => {
    const without = formOf(member);
    const given = formOf({ ...member, consents: ['sensitive'] });
    expect(changes(without, given)).toEqual({ consents: ['sensitive'] });
    expect(changes(given, without)).toEqual({ consents: [] });
    expect(changes(given, { ...without, consents: { sensitive: true } })).toEqual({});
  });

  it('needs a name, an e-mail address or an id', () => {
    const told = (fields: object): boolean => isTold({ ...emptyForm, ...fields });
    expect([told({}), told({ last_name: ' ', bio: 'Weaves.' })]).toEqual([false, false]);
    for (const field of ['first_name', 'last_name', 'email', 'external_id']) {
      expect([field, told({ [field]: 'x' })]).toEqual([field, true]);
    }
  });
});
