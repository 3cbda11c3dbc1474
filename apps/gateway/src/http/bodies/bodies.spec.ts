import { describe, expect, it } from '@jest/globals';
import { UnsupportedMediaTypeException } from '@nestjs/common';
import { BodyUnreadable, readJson } from './bodies.ts';

describe('readJson', () => {
  it.each([undefined, 'application/json', 'application/json; charset=utf-8', 'application/merge-patch+json'])(
    'reads JSON sent as %s, and reports where it is broken',
    (type) => {
      expect(readJson(type, '["a"]')).toEqual(['a']);
      expect(readJson(type, ' \n')).toBeUndefined();
      expect(() => readJson(type, '["a"')).toThrow(BodyUnreadable);
    },
  );

  it.each(['application/x-www-form-urlencoded', 'text/plain;charset=UTF-8'])(
    'accepts JSON sent as %s, and rejects anything else with a request for JSON',
    (type) => {
      expect(readJson(type, '{"a":1}')).toEqual({ a: 1 });
      expect(() => readJson(type, 'a=1')).toThrow(UnsupportedMediaTypeException);
    },
  );

  it('rejects another type', () => {
    expect(() => readJson('application/xml', '["a"]')).toThrow(/application\/xml.*application\/json/);
  });
});
