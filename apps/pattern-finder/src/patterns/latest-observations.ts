import type { EntityManager } from '@mikro-orm/postgresql';
import type { RunStatus } from '@warren/contracts';
import type { Observed } from './life-cycle.ts';

/**
 * Statuses of a run whose observations count as reported: it did all it could, or all that its limits allow. A run that
 * failed, was cancelled or is parked has reported nothing, whatever it evaluated before.
 */
const reportingStatuses: readonly RunStatus[] = ['succeeded', 'budget_exhausted'];

/** SQL of the ids of a pattern's reported observations; `pattern` is the SQL expression of its id. */
export function reportedBy(pattern: string): string {
  const ends = reportingStatuses.map((status) => `'${status}'`).join(', ');
  return `select reported.id from pattern_observation reported join run on run.id = reported.run_id and run.status in (${ends})
    where reported.pattern_id = ${pattern} and reported.run_id is not null`;
}

/** The observations that each pattern's state depends on (see `stateSinceReport`), oldest first. */
export async function latestObservations(
  em: EntityManager,
  patternIds: readonly number[],
): Promise<ReadonlyMap<number, readonly Observed[]>> {
  // From the last reported observation but one. Who joined and left up to there is not read: the first observation of a
  // pattern names all its members, and a list of patterns needs none of them.
  const rows = await em.execute<{ patternId: number; latest: Observed[] }[]>(
    `select wanted.id as "patternId", (
       select json_agg(json_build_object('runId', o.run_id, 'reported', o.id = any (reports.ids), 'holds', o.holds,
           'joined', case when o.id > reports.first then o.joined else '{}' end,
           'left', case when o.id > reports.first then o.left_ids else '{}' end) order by o.id)
       from pattern_observation o where o.pattern_id = wanted.id and o.id >= reports.first) as latest
     from unnest(?::integer[]) as wanted (id),
     lateral (select min(id) as first, array_agg(id) as ids from (
       ${reportedBy('wanted.id')} order by reported.id desc limit 2) as two) as reports
     where reports.first is not null`,
    [`{${patternIds.join(',')}}`],
  );
  return new Map(rows.map(({ patternId, latest }) => [patternId, latest]));
}
