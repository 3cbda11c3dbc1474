import type { Readable } from 'node:stream';

/** A file of members that can be opened more than once: CSV is read twice. */
export interface MemberSource {
  /** Opens the bytes from the beginning. */
  open(): Readable;
}

/** Why a line, or one field of it, was not taken; `field` is `line` where the whole line is meant. */
export interface Rejection {
  field: string;
  reason: string;
}

/**
 * One member as it stands in the file, or why it could not be read. `line` is the physical line where the
 * record starts, counted from 1; in a JSON array, which has no lines to speak of, it is the number of the item. A record
 * has what its line speaks of and nothing else; `silentNo` where its empty `is_public` was read as no, `noAnswer` where
 * it has none although the file has some: then a new member is not public.
 */
export type ReadLine =
  | { line: number; record: Record<string, unknown>; silentNo?: true; noAnswer?: true }
  | { line: number; rejected: Rejection };

/** The file as a whole cannot be read as members; the message says what to do. */
export class MemberFileInvalid extends Error {
  override name = 'MemberFileInvalid';
}

/** The longest line, record or JSON item that is read, in characters; whatever is longer is skipped, not kept. */
export const LONGEST_RECORD = 1_000_000;

/** The reason given for a line or an item that is longer than the longest. */
export const TOO_LONG = 'is longer than 1 MB: shorten it, or look for a quote or a line end that is missing';

/** A line that is rejected as a whole. */
export function rejectedLine(line: number, reason: string): ReadLine {
  return { line, rejected: { field: 'line', reason } };
}
