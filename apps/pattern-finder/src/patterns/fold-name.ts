/** A name as names are compared: NFKC, case folded, white space collapsed. */
export function foldName(name: string): string {
  return name.normalize('NFKC').toLocaleLowerCase('en').replace(/\s+/gu, ' ').trim().slice(0, 255);
}
