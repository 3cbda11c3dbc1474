import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { tools } from './index.ts';
import { shortened } from './shorter-schema.ts';

type Json = Record<string, unknown>;

/** A schema with every reference replaced by what it refers to, and without bounds of any integer. */
function resolved(value: unknown, parts: Json): unknown {
  if (Array.isArray(value)) {
    return value.map((item) => resolved(item, parts));
  }
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  const { $ref, $defs: _parts, ...rest } = value as Json;
  const own = Object.fromEntries(
    Object.entries(rest)
      .filter(([, item]) => item !== Number.MAX_SAFE_INTEGER)
      .map(([key, item]) => [key, resolved(item, parts)]),
  );
  return typeof $ref === 'string'
    ? { ...(resolved(parts[$ref.slice('#/$defs/'.length)], parts) as Json), ...own }
    : own;
}

describe('the shorter schema of a tool', () => {
  const schemas = tools.map(({ name, input }) => ({
    name,
    schema: z.toJSONSchema(input, { io: 'input', unrepresentable: 'any', reused: 'ref' }) as Json,
  }));

  it.each(schemas)('of $name says the same', ({ schema }) => {
    const short = shortened(schema);
    expect(resolved(short, (short['$defs'] ?? {}) as Json)).toEqual(
      resolved(schema, (schema['$defs'] ?? {}) as Json),
    );
  });

  it('takes three quarters of the characters', () => {
    const length = (of: (schema: Json) => Json): number =>
      schemas.reduce((sum, { schema }) => sum + JSON.stringify(of(schema)).length, 0);
    expect(length(shortened)).toBeLessThan(0.75 * length((schema) => schema));
  });
});
