import { describe, expect, it } from '@jest/globals';
import { Vocabulary } from '@warren/facets';
import { broaderThan } from './broader.ts';

const vocabulary = new Vocabulary();

describe('broaderThan', () => {
  it.each([
    ['python', ['programming']],
    ['fortran', ['programming']],
    ['qgis', ['cartography']],
    ['excel', ['spreadsheets']],
    ['welding', ['metalworking']],
    ['user experience', ['design']],
  ])('finds the broader labels of %s', (folded, broader) => {
    expect(broaderThan(folded)).toEqual(broader);
  });

  it.each(['programming', 'cartography', 'fermentation', 'hedge laying'])(
    'finds no broader label of %s',
    (folded) => {
      expect(broaderThan(folded)).toEqual([]);
    },
  );

  it('gives labels that the vocabulary knows by that name', () => {
    const all = [...vocabulary.names('skill').values()].flatMap((folded) => broaderThan(folded));
    expect(all.filter((folded) => vocabulary.names('skill').get(folded) !== folded)).toEqual([]);
  });
});
