import { z } from 'zod';

/** Characters that neither `text` nor `json` of PostgreSQL stores: U+0000 and lone surrogates, as of an emoji cut in two. */
const unstorable = /[\0\p{Cs}]/u;

/** Returns whether PostgreSQL can store a text unchanged. */
export function isStorable(text: string): boolean {
  return !unstorable.test(text);
}

/** Check that makes a string a `Text`; a test verifies that every string of an input has it. */
export const storable = z.refine<string>(isStorable, {
  error:
    'has a character that cannot be stored (U+0000, or half of a surrogate pair, as of an emoji cut in two): take it out',
});

/**
 * Storable text: the schema of every string in an input. An unstorable one would otherwise pass validation and fail in
 * the database, where the client can no longer correct it.
 */
export const Text = z.string().check(storable);
