import type { PatternState } from '@warren/contracts';

/** Members who joined a pattern and who left it, each ascending. */
export interface Change {
  readonly joined: readonly number[];
  readonly left: readonly number[];
}

/** One observation of a pattern: the change since the one before it, and whether it was reported. */
export interface Observed extends Change {
  readonly runId: number | null;
  /** True if it is of a run that completed; see `reportingStatuses`. */
  readonly reported: boolean;
  readonly holds: boolean;
}

/** The state of a pattern, compared with the run that last reported it. */
interface StateSinceReport extends Change {
  readonly state: PatternState;
  /** The run that it is compared with; null if there is none. */
  readonly sinceRunId: number | null;
}

/**
 * State of a pattern, compared with the last run that reported it; if nothing has changed since, what that run reported,
 * compared with the one before it. Evaluations between runs are not reported, nor are those of runs that failed or were
 * cancelled. Members who joined and left again in between count as neither. Reinforced: more members than then; weakened:
 * fewer, or as many of whom more than half are others; new: at most one run has reported it; reactivated: it did not hold
 * then.
 * @param observations oldest first, from the last reported one but one; earlier ones make no difference
 */
export function stateSinceReport(
  { isActive, memberCount }: { readonly isActive: boolean; readonly memberCount: number },
  observations: readonly Observed[],
): StateSinceReport {
  const holds = isActive && observations.at(-1)?.holds !== false;
  const reportedAt = observations.findLastIndex(({ reported }) => reported);
  const last = observations[reportedAt];
  if (last === undefined) {
    return { state: holds ? 'new' : 'retired', sinceRunId: null, joined: [], left: [] };
  }
  const since = sumOf(observations.slice(reportedAt + 1));
  const isChanged = since.joined.length + since.left.length > 0 || observations.at(-1)?.holds !== last.holds;
  const beforeAt = observations.findLastIndex(({ reported }, at) => reported && at < reportedAt);
  const before = observations[beforeAt];
  const base = isChanged ? last : before;
  if (base === undefined) {
    return { state: holds ? 'new' : 'retired', sinceRunId: null, joined: [], left: [] };
  }
  const change = isChanged ? since : sumOf(observations.slice(beforeAt + 1, reportedAt + 1));
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

/** Sums consecutive changes to one. */
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

/** For each observation, who joined and left since the last reported one before it, oldest first. */
export function changesSinceReport(observations: readonly Observed[]): Change[] {
  let reportedAt = -1;
  return observations.map(({ reported }, at) => {
    const change = sumOf(observations.slice(reportedAt + 1, at + 1));
    reportedAt = reported ? at : reportedAt;
    return change;
  });
}

/** Members who joined and who left between two memberships of a pattern; both lists ascending. */
export function difference(
  before: readonly number[],
  now: readonly number[],
): { joined: number[]; left: number[] } {
  const old = new Set(before);
  const current = new Set(now);
  return { joined: now.filter((id) => !old.has(id)), left: before.filter((id) => !current.has(id)) };
}
