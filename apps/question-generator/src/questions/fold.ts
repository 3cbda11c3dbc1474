/** What two questions share that ask the same: Unicode NFKC, case folded, white space and final marks apart. */
export function foldQuestion(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/\s+/gu, ' ')
    .replace(/[\s.?!…]+$/u, '')
    .trim();
}
