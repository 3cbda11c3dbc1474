import { liftInterval } from '../null-model/intervals.ts';

/** Effect sizes that a rule must reach before it is tested at all. */
export interface EffectThresholds {
  /** Least lower end of the 95 % interval of lift. */
  readonly minLift: number;
  readonly minMembers: number;
  /** Members who carry at least one facet: the whole that shares are shares of. */
  readonly described: number;
}

/** Returns whether a count is large enough, and far enough above the expected one. */
export function meetsThresholds(
  { minLift, minMembers, described }: EffectThresholds,
  observed: number,
  expected: number,
): boolean {
  if (observed < minMembers || observed < minLift * expected) {
    return false;
  }
  return liftInterval(observed, expected, described).low >= minLift;
}
