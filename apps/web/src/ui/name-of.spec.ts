import { expect, it } from '@jest/globals';
import { nameOf } from './name-of.ts';

const nobody = { id: 7, first_name: '', last_name: '' };

it('names a member by name, else by e-mail address, else by the id of the operator, else by its own', () => {
  const known = { ...nobody, email: 'ada@example.org', external_id: 'a-7' };
  expect([
    nameOf({ ...known, last_name: 'Lind' }),
    nameOf(known),
    nameOf({ ...known, email: null }),
    nameOf({ ...known, email: null, external_id: null }),
    nameOf(nobody),
  ]).toEqual(['Lind', 'ada@example.org', 'a-7', 'Member 7', 'Member 7']);
});
