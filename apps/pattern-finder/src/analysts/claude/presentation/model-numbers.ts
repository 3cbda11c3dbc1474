import type { FacetCount, Statistics } from '@warren/contracts';

/** Rounds to three significant digits. */
export function rounded(value: number): number;
export function rounded(value: number | null): number | null;
export function rounded(value: number | null): number | null {
  return value === null ? null : Number(value.toPrecision(3));
}

/** Statistics shown to the model. */
export function numbersOf({
  expected,
  lift,
  lift_low,
  share,
  q_value,
}: Statistics): Record<'expected' | 'lift' | 'lift_low' | 'q_value', number | null> & { share: number } {
  return {
    expected: rounded(expected),
    lift: rounded(lift),
    lift_low: rounded(lift_low),
    share: rounded(share),
    q_value: rounded(q_value),
  };
}

/** The first facets with their counts, a line each; the rule has them all. */
export function countsOf(facets: readonly FacetCount[], most: number): string[] {
  return facets
    .slice(0, most)
    .map(({ label, in_pattern, in_community }) => `${label}: ${in_pattern} of ${in_community}`);
}
