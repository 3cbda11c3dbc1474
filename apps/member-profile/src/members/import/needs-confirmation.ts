/**
 * Whether so many are absent from a file that it may be another one, or a part: more than a fifth of the members there
 * were. Of few members one may be absent where two stay.
 */
export function needsConfirmation(absent: number, members: number): boolean {
  return absent === 1 ? members < 3 : absent * 5 > members;
}
