import { describe, expect, it } from '@jest/globals';
import { foldedName, splitName } from './names.ts';

describe('splitName', () => {
  it.each([
    ['Ada Ash', 'Ada', 'Ash'],
    ['Ash, Ada', 'Ada', 'Ash'],
    ['Dr. Ada M. Ash', 'Ada M.', 'Ash'],
    ['Ash, Dr. Ada', 'Ada', 'Ash'],
    ['Prof. Dr. Ada Ash', 'Ada', 'Ash'],
    ['Ada van der Berg', 'Ada', 'van der Berg'],
    ['van der Berg, Ada', 'Ada', 'van der Berg'],
    ['Frau Ada von Ash', 'Ada', 'von Ash'],
    ['Ada', 'Ada', ''],
    ['Van Morrison', 'Van', 'Morrison'],
    ['Ben Ash', 'Ben', 'Ash'],
    ['Ada Ash Jr.', 'Ada', 'Ash'],
    ['Ada Ash, PhD', 'Ada', 'Ash'],
    ['Ada Ash (she/her)', 'Ada', 'Ash'],
    ['Ada  Ash', 'Ada', 'Ash'],
    ['Ada Ash-Birch', 'Ada', 'Ash-Birch'],
    ['María de la Cruz', 'María', 'de la Cruz'],
    ['M Ash', 'M', 'Ash'],
    ['M. Night Ash', 'M. Night', 'Ash'],
    ['Yo Ma', 'Yo', 'Ma'],
    ['Ash, Ma', 'Ma', 'Ash'],
    ['Ada Ash, MA', 'Ada', 'Ash'],
    ['Ing Ash', 'Ing', 'Ash'],
    ['', '', ''],
  ])('splits %j', (name, first, last) => {
    expect(splitName(name)).toEqual({ first, last });
  });
});

describe('foldedName', () => {
  it('is the same for one name in several spellings', () => {
    expect(foldedName('Dr. José', "O'Neil-Ash")).toBe(foldedName('jose', 'ONEIL ASH'.replace(' ', '')));
    expect(foldedName('Ada', '')).toBe('ada');
    expect(foldedName('', '')).toBe('');
  });
});

it('leaves out letters behind a whole name, and takes capitals for a name otherwise', () => {
  expect(splitName('Ada Ash, CPA')).toEqual({ first: 'Ada', last: 'Ash' });
  expect(splitName('ASH, ADA')).toEqual({ first: 'ADA', last: 'ASH' });
  expect(splitName('VAN DIJK, JAN')).toEqual({ first: 'JAN', last: 'VAN DIJK' });
});
