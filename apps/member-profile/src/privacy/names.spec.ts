import { describe, expect, it } from '@jest/globals';
import { nameWords, namesOf } from './names.ts';

describe('namesOf', () => {
  it('gives words and full names in both orders, folded', () => {
    expect(namesOf('Élodie', 'Smith-Jones')).toEqual(
      expect.arrayContaining([
        'elodie',
        'smith',
        'jones',
        'smith jones',
        'elodie smith jones',
        'smith jones elodie',
        'elodie jones',
        'e jones',
        'elodie j',
        'elodiesmithjones',
      ]),
    );
    expect(namesOf('Mary Ann', 'van der Berg')).toEqual(
      expect.arrayContaining(['mary ann', 'van der berg', 'mary van der berg', 'mary berg']),
    );
    expect(namesOf('Jürgen', 'Groß')).toEqual(expect.arrayContaining(['jurgen gross', 'juergen gross']));
    expect(namesOf('', '')).toEqual([]);
  });
});

it('splits a text into runs of letters', () => {
  expect(nameWords("Maya's “Zoë”").map(({ text, start }) => [text, start])).toEqual([
    ['Maya', 0],
    ['s', 5],
    ['Zoë', 8],
  ]);
});
