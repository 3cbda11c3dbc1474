import type { Readable } from 'node:stream';

/** A file of members that can be opened repeatedly: CSV is read twice. */
export interface MemberSource {
  /** Opens the bytes from the beginning. */
  open(): Readable;
}

/** Reason why a line, or one field of it, is rejected; `field` is `line` for a whole line. */
export interface Rejection {
  field: string;
  reason: string;
}

/**
 * One record of the file, or the rejection of its line. `line` is the physical line where the record starts, counted from
 * 1; in a JSON array, the number of the item. A record has only the fields of its line. `silentNo`: its empty `is_public`
 * was read as no. `noAnswer`: its `is_public` is empty although the file has answers, so a new member is not public.
 */
export type ReadLine =
  | { line: number; record: Record<string, unknown>; silentNo?: true; noAnswer?: true }
  | { line: number; rejected: Rejection };

/** A file that cannot be read as members at all; the message says what to do. */
export class MemberFileInvalid extends Error {
  override readonly name = 'MemberFileInvalid';
}

/** Maximum characters of a line, record or JSON item; a longer one is skipped without being kept. */
export const longestRecord = 1_000_000;

/** Reason for rejecting a line or an item that is too long. */
export const tooLong = 'is longer than 1 MB: shorten it, or look for a quote or a line end that is missing';

/** Rejects a whole line. */
export function rejectLine(line: number, reason: string): ReadLine {
  return { line, rejected: { field: 'line', reason } };
}
