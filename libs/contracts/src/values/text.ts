import { z } from 'zod';

/** What neither `text` nor `json` of PostgreSQL keeps: U+0000, and half of a surrogate pair, as of an emoji cut in two. */
const unstorable = /[\0\p{Cs}]/u;

/** Whether PostgreSQL can keep a text as it is. */
export function isStorable(text: string): boolean {
  return !unstorable.test(text);
}

/** The check that makes a string a `Text`; the contracts' own test finds it in every string that enters. */
export const storable = z.refine<string>(isStorable, {
  error:
    'has a character that cannot be stored (U+0000, or half of a surrogate pair, as of an emoji cut in two): take it out',
});

/**
 * A text that can be stored: the building block of every string that enters, from whom ever. Such a text would otherwise
 * pass here and fail in the database, where nobody can mend it any more.
 */
export const Text = z.string().check(storable);
