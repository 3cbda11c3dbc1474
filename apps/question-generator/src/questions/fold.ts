/** NFKC can make one character eighteen; an index of PostgreSQL takes 2704 bytes. */
const longest = 600;

/** What two questions share that ask the same: Unicode NFKC, case folded, white space and final marks apart. */
export function foldQuestion(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/\s+/gu, ' ')
    .replace(/[\s.?!…]+$/u, '')
    .trim()
    .slice(0, longest)
    .toWellFormed();
}
