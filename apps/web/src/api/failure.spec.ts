import { expect, it } from '@jest/globals';
import { RequestFailed, fieldMessage } from './failure.ts';

it('finds the message of a field, and of an entry of its list', () => {
  const fields = [
    { field: 'skills.3', message: 'too long' },
    { field: 'roles', message: 'too many' },
  ];
  const error = new RequestFailed('problem', 'Not saved.', { fields });
  expect(['skills', 'roles', 'role', 'skill'].map((field) => fieldMessage(error, field))).toEqual([
    'too long',
    'too many',
    undefined,
    undefined,
  ]);
  expect(fieldMessage(new Error('skills'), 'skills')).toBeUndefined();
});
