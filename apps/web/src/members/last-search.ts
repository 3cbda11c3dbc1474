/**
 * What was searched for last, for the way back from a member. It may be a name, so it is kept by this page alone, as
 * long as that is open: neither the address nor the browser's history or storage has it.
 */
let words = '';

/** The words searched for last. */
export function recall(): string {
  return words;
}

/** Keeps them. */
export function remember(searched: string): void {
  words = searched;
}
