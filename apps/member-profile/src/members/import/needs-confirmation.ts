/**
 * Whether so many members are absent from a file that it may be the wrong one, or incomplete: more than a fifth of them.
 * One may always be absent if at least two remain.
 */
export function needsConfirmation(absent: number, members: number): boolean {
  return absent === 1 ? members < 3 : absent * 5 > members;
}
