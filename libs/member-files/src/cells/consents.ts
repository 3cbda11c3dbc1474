/** Lists the entries of a cell of consents, in small letters; words are not entries: "not sensitive" names no consent. */
export function consentsIn(cell: string): string[] {
  return cell.split(/[,;|\n]/).map((entry) => entry.trim().toLowerCase());
}
