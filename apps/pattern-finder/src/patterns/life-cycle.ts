import type { PatternState } from '@warren/contracts';

/** One measurement of a pattern, as far as its state goes. */
export interface Measured {
  readonly memberCount: number;
  /** Members who had been in it at the measurement before. */
  readonly left: number;
  readonly holds: boolean;
}

/**
 * A pattern's state from its last two observations. Reinforced: more members than before; weakened: fewer, or as many
 * but others for more than half; unchanged: else. A pattern that holds again after it did not is reactivated.
 */
export function stateOf(
  isActive: boolean,
  latest: Measured | undefined,
  before: Measured | undefined,
): PatternState {
  if (!isActive || latest?.holds === false) {
    return 'retired';
  }
  if (latest === undefined || before === undefined) {
    return 'new';
  }
  if (!before.holds) {
    return 'reactivated';
  }
  if (latest.memberCount !== before.memberCount) {
    return latest.memberCount > before.memberCount ? 'reinforced' : 'weakened';
  }
  return latest.left * 2 > before.memberCount ? 'weakened' : 'unchanged';
}

/** Who came and who went between two memberships of a pattern; both lists ascending. */
export function difference(
  before: readonly number[],
  now: readonly number[],
): { joined: number[]; left: number[] } {
  const old = new Set(before);
  const current = new Set(now);
  return { joined: now.filter((id) => !old.has(id)), left: before.filter((id) => !current.has(id)) };
}
