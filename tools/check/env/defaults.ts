import { isDeepStrictEqual } from 'node:util';
import type { z } from 'zod';

/** Returns whether a schema accepts an absent variable without giving it a value. */
export function isOptional(schema: z.ZodType): boolean {
  const absent = schema.safeParse(undefined);
  return absent.success && absent.data === undefined;
}

/** Returns whether a schema rejects an absent variable. */
export function isRequired(schema: z.ZodType): boolean {
  return !schema.safeParse(undefined).success;
}

/** Returns whether a text stands for a schema's default; where there is none, only an empty text does. */
export function isTheDefault(shown: string, schema: z.ZodType): boolean {
  const absent = schema.safeParse(undefined);
  if (absent.success && absent.data === undefined) {
    return shown === '';
  }
  const parsed = schema.safeParse(shown);
  return parsed.success && absent.success && isDeepStrictEqual(parsed.data, absent.data);
}
