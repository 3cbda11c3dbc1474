import { describe, expect, it } from '@jest/globals';
import { isDatabaseOut } from './database-errors.ts';

function coded(code: string): Error {
  return Object.assign(new Error('it failed'), { code });
}

describe('isDatabaseOut', () => {
  it.each(['08006', '53100', '53300', '57P01', '57P03', '58030', 'ECONNREFUSED', 'ECONNRESET'])(
    'is so by the code %s',
    (code) => {
      expect(isDatabaseOut(coded(code))).toBe(true);
    },
  );

  it.each(['23505', '40P01', '40001', '57014', '22P02', '42P01'])('is not so by the code %s', (code) => {
    expect(isDatabaseOut(coded(code))).toBe(false);
  });

  it('reads what pg says without a code, and what other errors were caused by', () => {
    expect(isDatabaseOut(new Error('Connection terminated unexpectedly'))).toBe(true);
    expect(isDatabaseOut(new Error('no', { cause: coded('57P03') }))).toBe(true);
    expect(isDatabaseOut(new AggregateError([coded('ECONNREFUSED')]))).toBe(true);
    expect(isDatabaseOut(new Error('There is no pattern 7.'))).toBe(false);
    expect(isDatabaseOut('ECONNREFUSED')).toBe(false);
  });
});
