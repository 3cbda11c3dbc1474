import { describe, expect, it } from '@jest/globals';
import { InvalidRequest } from '@warren/contracts';
import { readIdempotencyKey } from './idempotency-key.ts';

describe('the header Idempotency-Key', () => {
  it.each([
    ['"8e03978e-40d5-43dd-bc93-6894a57f9324"', '8e03978e-40d5-43dd-bc93-6894a57f9324'],
    ['nightly-2026-11-24', 'nightly-2026-11-24'],
    [' "a" ', 'a'],
  ])('is %s', (header, key) => expect(readIdempotencyKey(header)).toBe(key));

  it('may be absent', () => expect(readIdempotencyKey(undefined)).toBeUndefined());

  it.each(['', '""', 'two words', 'ü', 'x'.repeat(256)])('is rejected if it is "%s"', (header) => {
    expect(() => readIdempotencyKey(header)).toThrow(InvalidRequest);
  });
});
