import { describe, expect, it } from '@jest/globals';
import { nameWords, namesOf } from './names.ts';

describe('namesOf', () => {
  it('gives words and full names in both orders, folded', () => {
    expect(new Set(namesOf('Élodie', 'Smith-Jones'))).toEqual(
      new Set(['elodie', 'smith-jones', 'smith', 'jones', 'elodie smith-jones', 'smith-jones elodie']),
    );
    expect(namesOf('Mary Ann', 'van der Berg')).toEqual(
      expect.arrayContaining(['mary ann', 'van der berg', 'mary van der berg', 'mary berg']),
    );
    expect(namesOf('', '')).toEqual([]);
  });
});

it('splits a text into words without possessive endings', () => {
  expect(nameWords("Maya's “Zoë”").map(({ text, start }) => [text, start])).toEqual([
    ['Maya', 0],
    ['Zoë', 8],
  ]);
});
