import { expect, it } from '@jest/globals';
import { withoutQuotes } from './redact.ts';

const quotes = ['I came home for the river, and I stayed for the people.'];

it('takes passages of a quote out of a text, whatever their case and punctuation', () => {
  expect(withoutQuotes('One says: “I CAME HOME for the River”, which is true.', quotes)).toBe(
    'One says: “…”, which is true.',
  );
  expect(withoutQuotes('They stayed for the people of the valley.', quotes)).toBe('They … of the valley.');
});

it('leaves ordinary words alone', () => {
  expect(withoutQuotes('They came for the river.', quotes)).toBe('They came for the river.');
  expect(withoutQuotes('', quotes)).toBe('');
});
