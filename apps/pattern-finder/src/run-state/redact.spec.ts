import { expect, it } from '@jest/globals';
import { redactor } from './redact.ts';

const redact = redactor(['I came home for the river, and I stayed for the people.']);

it('removes passages of a quote from a text, in any case and punctuation', () => {
  expect(redact('One says: “I CAME HOME for the River”, which is true.')).toBe(
    'One says: “…”, which is true.',
  );
  expect(redact('They stayed for the people of the valley.')).toBe('They … of the valley.');
});

it('keeps ordinary words', () => {
  expect(redact('They came for the river.')).toBe('They came for the river.');
  expect(redact('')).toBe('');
});
