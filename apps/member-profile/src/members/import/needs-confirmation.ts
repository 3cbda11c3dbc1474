/**
 * Checks whether a file that lacks so many members may be the wrong one, or incomplete: more than a fifth of them.
 * One may always be absent if at least two remain.
 */
export function needsConfirmation(absent: number, members: number): boolean {
  return absent === 1 ? members < 3 : absent * 5 > members;
}
