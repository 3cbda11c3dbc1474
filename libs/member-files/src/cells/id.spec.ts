import { describe, expect, it } from '@jest/globals';
import { holdsRoundedIds, idText } from './id.ts';

describe('idText', () => {
  it.each([
    [7, '7'],
    [' 007 ', '007'],
    ['100000.0', '100000'],
    ['100000.00', '100000'],
    ['1.5', '1.5'],
    ['U001', 'U001'],
    ['1e5', '1e5'],
    ['12345678901234567890', '12345678901234567890'],
    ['', null],
    [null, null],
  ])('reads %j as %j', (value, expected) => {
    expect(idText(value)).toBe(expected);
  });

  it.each(['1.23457E+11', '1,23457E+11', '-1.5e+20'])('takes no rounded number: %s', (value) => {
    expect(() => idText(value)).toThrow(
      `"${value}" was rounded by the program that wrote it: format the column as text, and export it again`,
    );
  });

  it('takes a number with an exponent only where the column has no rounded ones', () => {
    expect(idText('1e+05')).toBe('1e+05');
    expect(() => idText('1e+05', { rounded: true })).toThrow('was rounded');
    expect(idText('123', { rounded: true })).toBe('123');
  });

  it('takes no number that is not exact, and no text that storing would change', () => {
    expect(() => idText(1e21)).toThrow('1e+21 is not an exact whole number: write the id in quotes');
    expect(() => idText(1.5)).toThrow('is not an exact whole number');
    expect(() => idText('a\u0000b')).toThrow('write the id without it');
  });
});

describe('holdsRoundedIds', () => {
  it.each([
    [['99999', '1e+05', '100001'], true],
    [['1.23457E+11', 'x'], true],
    [['1e5', '2a7', '3c9'], false],
    [['1', '2'], false],
    [[], false],
  ])('says of %j: %s', (values, expected) => {
    expect(holdsRoundedIds(values)).toBe(expected);
  });
});
