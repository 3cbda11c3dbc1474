import type { z } from 'zod';
import { Text } from './text.ts';

/** Limit of different words in one search. */
export const mostSearchWords = 10;

/**
 * Different words of a search, as written: case folding is left to the database. Each must be found, so a repeated one
 * counts once.
 */
export function searchWords(text: string): string[] {
  return [...new Set(text.split(/\s+/))].filter((word) => word !== '');
}

/** Text of a search: words that must all be found, in any order. */
export const SearchText = Text.trim()
  .max(200)
  .refine((text) => searchWords(text).length <= mostSearchWords, {
    error: `looks for more than ${mostSearchWords} different words; leave some of them out`,
  });
export type SearchText = z.infer<typeof SearchText>;
