/** Folds a name for comparison: NFKC, case folded (upper case first: ß and SS are one), white space collapsed. */
export function foldName(name: string): string {
  return name
    .normalize('NFKC')
    .toUpperCase()
    .toLowerCase()
    .replaceAll('ς', 'σ')
    .replace(/\s+/gu, ' ')
    .trim()
    .slice(0, 255);
}
