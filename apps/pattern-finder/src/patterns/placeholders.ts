import type { Evidence, Statistics } from '@warren/contracts';

/** What an analyst writes where a number belongs. */
export const placeholder = /\{(member_count|share|expected|lift)\}/g;

/**
 * The words of a pattern as they are told today: the numbers of its evidence in their places, and where the pattern is
 * merely shared, that chance may explain it.
 */
export function fillPlaceholders(text: string, { statistics }: Evidence): string {
  const numbers = numbersOf(statistics);
  return text.replace(placeholder, (_whole, name: string) => numbers[name] ?? '–');
}

/** A description as it is told today; see `tellWords`. Of a pattern that holds no more its words claim nothing any more. */
export function tellDescription(text: string, evidence: Evidence, holds = true): string {
  const told = fillPlaceholders(text, evidence);
  if (!holds) {
    return `${told} It holds no more.`;
  }
  return evidence.basis === 'shared' ? `${told} Chance may explain this.` : told;
}

/** The number for each placeholder, in words; one that the basis of the pattern lacks is absent. */
export function numbersOf({ observed, share, expected, lift }: Statistics): Record<string, string> {
  return {
    member_count: String(observed),
    share: `${Math.round(share * 100)} %`,
    ...(expected === null ? {} : { expected: inWords(expected) }),
    ...(lift === null ? {} : { lift: lift.toFixed(1) }),
  };
}

function inWords(expected: number): string {
  return expected < 0.05 ? 'almost none' : expected.toFixed(expected < 10 ? 1 : 0);
}
