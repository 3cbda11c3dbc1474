import { createHash } from 'node:crypto';

/** Longest identifier that is stored. */
const longestId = 200;

/** Identifier of a member who has neither id nor e-mail address in the file, by name. */
export function nameId(foldedName: string): string {
  const id = `name:${foldedName}`;
  return id.length <= longestId ? id : `name:${hashed(foldedName)}`;
}

/** Beginning of the identifiers of the anonymous rows of a source. */
export function anonymousPrefix(source: string): string {
  return `row:${source}:`;
}

/**
 * Identifier of a row that names nobody: its content, so that the next file of the same source has the same rows under the
 * same identifiers, wherever they stand; `repeat` counts equal rows.
 */
export function anonymousId(source: string, cells: readonly unknown[], repeat: number): string {
  return `${anonymousPrefix(source)}${hashed(contentOf(cells))}${repeat === 0 ? '' : `:${repeat + 1}`}`;
}

/** The cells as one text, without the empty ones at the end, which a file may have or leave out. */
export function contentOf(cells: readonly unknown[]): string {
  const last = cells.findLastIndex((cell) => cell !== '' && cell !== null && cell !== undefined);
  return JSON.stringify(cells.slice(0, last + 1));
}

function hashed(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 22);
}
