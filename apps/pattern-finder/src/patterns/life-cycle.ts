import type { PatternState } from '@warren/contracts';

/** Who came into a pattern and who went, each ascending. */
export interface Change {
  readonly joined: readonly number[];
  readonly left: readonly number[];
}

/** One observation of a pattern: what has changed since the one before it, and whether it told anybody. */
export interface Observed extends Change {
  readonly runId: number | null;
  /** Whether it is of a run that came to its end; see `tellingStatuses`. */
  readonly told: boolean;
  readonly holds: boolean;
}

/** How a pattern does, against the run that somebody was told it by. */
export interface News extends Change {
  readonly state: PatternState;
  /** The run that it is compared with; null where there is none. */
  readonly sinceRunId: number | null;
}

/**
 * What is new of a pattern: against the last run that told it, and where nothing has changed since, what that run told,
 * against the one before it. Measurements between runs tell nobody, nor do runs that failed or were stopped. Who came
 * and went again in between is neither. Reinforced: more members than then; weakened: fewer, or as many but others for
 * more than half; new: no more than one run has told it; reactivated: it did not hold then.
 * @param observations oldest first, from the last run but one that told the pattern on; what came before has no part in it
 */
export function newsOf(
  { isActive, memberCount }: { readonly isActive: boolean; readonly memberCount: number },
  observations: readonly Observed[],
): News {
  const holds = isActive && observations.at(-1)?.holds !== false;
  const toldAt = observations.findLastIndex(({ told }) => told);
  const last = observations[toldAt];
  if (last === undefined) {
    return { state: holds ? 'new' : 'retired', sinceRunId: null, joined: [], left: [] };
  }
  const since = sumOf(observations.slice(toldAt + 1));
  const isChanged = since.joined.length + since.left.length > 0 || observations.at(-1)?.holds !== last.holds;
  const beforeAt = observations.findLastIndex(({ told }, at) => told && at < toldAt);
  const before = observations[beforeAt];
  const base = isChanged ? last : before;
  if (base === undefined) {
    return { state: holds ? 'new' : 'retired', sinceRunId: null, joined: [], left: [] };
  }
  const change = isChanged ? since : sumOf(observations.slice(beforeAt + 1, toldAt + 1));
  const state = !holds ? 'retired' : before === undefined ? 'new' : stateAfter(base, change, memberCount);
  return { state, sinceRunId: base.runId, ...change };
}

function stateAfter({ holds }: Observed, { joined, left }: Change, memberCount: number): PatternState {
  if (!holds) {
    return 'reactivated';
  }
  if (joined.length !== left.length) {
    return joined.length > left.length ? 'reinforced' : 'weakened';
  }
  return left.length * 2 > memberCount ? 'weakened' : 'unchanged';
}

/** Several changes, one after the other, as one. */
export function sumOf(changes: readonly Change[]): Change {
  const net = new Map<number, number>();
  for (const { joined, left } of changes) {
    joined.forEach((id) => net.set(id, (net.get(id) ?? 0) + 1));
    left.forEach((id) => net.set(id, (net.get(id) ?? 0) - 1));
  }
  const where = (is: (times: number) => boolean): number[] =>
    [...net].flatMap(([id, times]) => (is(times) ? [id] : [])).sort((a, b) => a - b);
  return { joined: where((times) => times > 0), left: where((times) => times < 0) };
}

/**
 * For each observation who came and went since the last one before it that told: as `newsOf` compares. Oldest first.
 */
export function changesSinceTold(observations: readonly Observed[]): Change[] {
  let toldAt = -1;
  return observations.map(({ told }, at) => {
    const change = sumOf(observations.slice(toldAt + 1, at + 1));
    toldAt = told ? at : toldAt;
    return change;
  });
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
