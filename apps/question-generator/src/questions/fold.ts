/** NFKC can expand one character to eighteen; an index entry of PostgreSQL has at most 2704 bytes. */
const maxLength = 600;

/** Folds a question for comparison: Unicode NFKC, case, white space and final punctuation are ignored. */
export function foldQuestion(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/\s+/gu, ' ')
    .replace(/[\s.?!…]+$/u, '')
    .trim()
    .slice(0, maxLength)
    .toWellFormed();
}
