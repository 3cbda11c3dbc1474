import type { z } from 'zod';
import { Text } from './text.ts';

/** Different words that one search may look for. */
export const mostSearchWords = 10;

/**
 * The different words of a search, as they were written: what is upper and lower case is for the database to say. Each
 * must be found, so one that is said twice counts once.
 */
export function searchWords(text: string): string[] {
  return [...new Set(text.split(/\s+/))].filter((word) => word !== '');
}

/** What somebody looks for: words that must all be found, in any order. */
export const SearchText = Text.trim()
  .max(200)
  .refine((text) => searchWords(text).length <= mostSearchWords, {
    error: `looks for more than ${mostSearchWords} different words; leave some of them out`,
  });
export type SearchText = z.infer<typeof SearchText>;
