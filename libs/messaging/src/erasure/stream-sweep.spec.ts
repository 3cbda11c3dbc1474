import { expect, it } from '@jest/globals';
import { matchesSubject } from './stream-sweep.ts';

it.each([
  ['members.changed', true],
  ['members.*', true],
  ['members.>', true],
  ['*.changed', true],
  ['>', true],
  ['', true],
  ['members', false],
  ['members.changed.>', false],
  ['*', false],
  ['pattern.saved', false],
])('the filter %j takes members.changed: %j', (filter, taken) => {
  expect(matchesSubject(filter, 'members.changed')).toBe(taken);
});
