import { isDeepStrictEqual } from 'node:util';
import type { z } from 'zod';

/** Whether a schema takes an absent variable, and gives it no value. */
export function isOptional(schema: z.ZodType): boolean {
  const absent = schema.safeParse(undefined);
  return absent.success && absent.data === undefined;
}

/** Whether a schema refuses an absent variable. */
export function isRequired(schema: z.ZodType): boolean {
  return !schema.safeParse(undefined).success;
}

/** Whether a text stands for a schema's default; where there is none, only an empty text does. */
export function isTheDefault(shown: string, schema: z.ZodType): boolean {
  const absent = schema.safeParse(undefined);
  if (absent.success && absent.data === undefined) {
    return shown === '';
  }
  const parsed = schema.safeParse(shown);
  return parsed.success && absent.success && isDeepStrictEqual(parsed.data, absent.data);
}
