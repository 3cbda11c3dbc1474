import { expect, it } from '@jest/globals';
import { ownHandles } from './own-handles.ts';

const maya = { first_name: 'Maya', last_name: 'Chen', email: null, website: '', urls: [] };

it('finds account names in the addresses of a member', () => {
  expect(
    ownHandles({
      ...maya,
      email: 'mayac@example.org',
      website: 'https://www.instagram.com/chen.paints/',
      urls: ['linkedin.com/in/maya-chen-77', 'https://t.me/@wheelthrower', 'https://pottery.example/shop'],
    }),
  ).toEqual(['mayac', 'chen.paints', 'maya-chen-77', 'wheelthrower']);
});

it('ignores a mailbox that is an everyday word', () => {
  expect(ownHandles({ ...maya, email: 'pottery@example.org' })).toEqual([]);
  expect(ownHandles(maya)).toEqual([]);
});
