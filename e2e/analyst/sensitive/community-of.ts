import type { Claimed } from './claimed.ts';

/** Id in the file of the nth member of a claim. */
function externalId(claim: number, member: number): string {
  return `c${claim}-m${member}`;
}

/**
 * The members who wrote what the claims are about, as lines of JSON. Each lists three interests of their own, by which
 * the model is shown them, and those that their claim stands on.
 */
export function communityOf(claims: readonly Claimed[]): string {
  return claims
    .flatMap(({ says, interests = [] }, claim) =>
      says.map((bio, member) =>
        JSON.stringify({
          external_id: externalId(claim, member),
          bio,
          interests: [...ownInterests(claim, member), ...interests],
        }),
      ),
    )
    .join('\n');
}

/** Interests that nobody else lists: made-up words that are in no vocabulary. */
function ownInterests(claim: number, member: number): string[] {
  return ['Zol', 'Wap', 'Ruk'].map((word) => `${word}${letters(claim)}${letters(member)}`);
}

/** A rule that selects one member. */
export function ruleOf(claim: number, member: number): { clauses: { at_least: number; of: string[] }[] } {
  const of = ownInterests(claim, member).map((label) => `interest:${label.toLowerCase()}`);
  return { clauses: [{ at_least: of.length, of }] };
}

/** Who wrote the nth text of a claim, among the members of a system. */
export function authorOf(
  ids: ReadonlyMap<string, number>,
  claim: number,
  member: number,
): number | undefined {
  return ids.get(externalId(claim, member));
}

function letters(number: number): string {
  return String(number)
    .split('')
    .map((digit) => 'bdfgklmprt'.charAt(Number(digit)))
    .join('o');
}
