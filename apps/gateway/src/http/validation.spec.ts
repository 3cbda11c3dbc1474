import { describe, expect, it } from '@jest/globals';
import type { z } from 'zod';
import { DiscoverBody, PatternNotFound, PatternPatch } from '@warren/contracts';
import { fieldErrorsOf, idOf } from './validation.ts';

const Id = idOf((id) => PatternNotFound.of(id));

function errorsOf(schema: z.ZodType, value: unknown) {
  return schema.safeParse(value).error?.issues.flatMap((issue) => fieldErrorsOf(issue));
}

describe('idOf', () => {
  it.each(['abc', '', '0', '-3', '1.0', ' 1', '1e3', '٣'])('takes no %j', (text) => {
    expect(Id.safeParse(text).success).toBe(false);
  });

  it('reads a whole number', () => {
    expect(Id.parse('0042')).toBe(42);
  });

  it('throws notFound for a number that is larger than any id', () => {
    expect(() => Id.parse('2147483648')).toThrow(PatternNotFound);
  });
});

describe('fieldErrorsOf', () => {
  it('names the field inside the matching branch of a union', () => {
    expect(errorsOf(DiscoverBody, { focus_areas: ['ok', 3] })).toMatchObject([{ field: 'focus_areas.1' }]);
    expect(errorsOf(DiscoverBody, ['ok', 3])).toMatchObject([{ field: '1' }]);
  });

  it('reports once that no branch matches', () => {
    expect(errorsOf(DiscoverBody, 7)).toHaveLength(1);
  });

  it('keeps the message of a rule over the whole', () => {
    expect(errorsOf(PatternPatch, {})).toEqual([
      { field: '', message: 'name at least one of is_active, pinned, name, held' },
    ]);
  });
});
