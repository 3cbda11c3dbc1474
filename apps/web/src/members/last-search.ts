/**
 * Last search text, for the link back from a member. It may be a name, so it is kept in memory alone: neither the
 * address nor the browser's history or storage has it.
 */
let text = '';

/** Returns the last search text. */
export function lastSearch(): string {
  return text;
}

/** Stores the last search text. */
export function setLastSearch(searched: string): void {
  text = searched;
}
