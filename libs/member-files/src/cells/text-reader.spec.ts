import { expect, it } from '@jest/globals';
import { textReader } from './text-reader.ts';

it('takes a comma from the end of a label, not of prose', () => {
  expect(textReader([], 'label')('Co-founder & CEO ,')).toBe('Co-founder & CEO');
  expect(textReader([], 'prose')('Dear all,')).toBe('Dear all,');
});

it('reads several texts as one, and no coordinates', () => {
  const read = textReader([], 'label');
  expect(read(['Uni Bern', 'CERN', 'Uni Bern'])).toBe('Uni Bern, CERN');
  expect(read([{ name: 'CERN', since: 2020 }])).toBe('CERN');
  expect(() => read([8.5, 47.3])).toThrow('is not text');
});

it('takes the option for another place for none, and what was typed there for the place', () => {
  const read = textReader([], 'place');
  expect(read('Other (please specify)')).toBe('');
  expect(read('Other: Nairobi')).toBe('Nairobi');
});
