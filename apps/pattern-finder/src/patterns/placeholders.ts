import type { Evidence } from '@warren/contracts';

/** Placeholder that an analyst writes where a number belongs. */
export const placeholder = /\{(member_count|share|expected|lift)\}/g;

/** Fills the current numbers of the evidence into a text of a pattern. */
export function fillPlaceholders(text: string, evidence: Evidence): string {
  const numbers = numbersOf(evidence);
  return text.replace(placeholder, (_whole, name: string) => numbers[name] ?? '–');
}

/** Renders a description with current numbers, and says if the pattern no longer holds or if chance may explain it. */
export function renderDescription(text: string, evidence: Evidence, holds = true): string {
  const filled = fillPlaceholders(text, evidence);
  if (!holds) {
    return `${filled} It holds no more.`;
  }
  const mayBeChance = evidence.basis === 'shared' && evidence.statistics.expected !== null;
  return mayBeChance ? `${filled} Chance may explain this.` : filled;
}

/** The formatted number of each placeholder; a number that the basis of the pattern lacks is absent. */
export function numbersOf(evidence: Evidence): Record<string, string> {
  const { share, expected, lift } = evidence.statistics;
  return {
    member_count: String(membersOf(evidence)),
    share: `${Math.round(share * 100)} %`,
    ...(expected === null ? {} : { expected: formatExpected(expected) }),
    ...(lift === null ? {} : { lift: lift.toFixed(1) }),
  };
}

/** Number of members of a pattern; of two sides that keep apart `observed` are the bridges alone. */
export function membersOf({ statistics, sides, bridges }: Evidence): number {
  return sides === undefined || bridges === undefined
    ? statistics.observed
    : sides.givers.length + sides.seekers.length + bridges.length;
}

function formatExpected(expected: number): string {
  return expected < 0.05 ? 'almost none' : expected.toFixed(expected < 10 ? 1 : 0);
}
