import { expect, it } from '@jest/globals';
import { MemberInput } from '@warren/contracts';
import { hashOf } from './prepare-member.ts';

const member = MemberInput.parse({
  external_id: '7',
  email: 'ann@example.org',
  first_name: 'Ann',
  last_name: 'Lee',
  bio: 'Sews hats.',
  role: 'Milliner',
  company: 'Hats',
  location: 'Seattle, WA',
  website: 'https://hats.example',
  urls: ['https://ann.example'],
  roles: ['host'],
  skills: ['sewing'],
  interests: ['felt'],
  looking_for: ['a drummer'],
  all_traits: ['curious'],
  prompt_responses: [{ prompt: 'Why?', response: 'Because.' }],
  membership_status: 'trial',
  is_public: false,
});

it('computes the content hash that stored members have', () => {
  expect(hashOf(member)).toBe('ekkEJeLw-OhZQaeA3RXhmb6r');
});

it('hashes every field but those that identify the member', () => {
  expect(hashOf({ ...member, external_id: 'other', email: null })).toBe(hashOf(member));
  expect(hashOf({ ...member, company: '' })).not.toBe(hashOf(member));
});
