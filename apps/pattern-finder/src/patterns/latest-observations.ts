import type { EntityManager } from '@mikro-orm/postgresql';
import type { RunStatus } from '@warren/contracts';
import type { Observed } from './life-cycle.ts';

/**
 * Ends of a run after which what it observed has been told: it did all it could, or all its limits let it. One that
 * failed, was stopped or parked has told nobody, whatever it measured before.
 */
export const tellingStatuses: readonly RunStatus[] = ['succeeded', 'budget_exhausted'];

/** The ids of the observations of a pattern that told somebody, in SQL; `pattern` is what its id is called there. */
export function toldBy(pattern: string): string {
  const ends = tellingStatuses.map((status) => `'${status}'`).join(', ');
  return `select told.id from pattern_observation told join run on run.id = told.run_id and run.status in (${ends})
    where told.pattern_id = ${pattern} and told.run_id is not null`;
}

/** The observations that what is new of each pattern hangs on (see `newsOf`), oldest first. */
export async function latestObservations(
  em: EntityManager,
  patternIds: readonly number[],
): Promise<ReadonlyMap<number, readonly Observed[]>> {
  // From the last run but one that told the pattern on. What came and went up to there is left in its row: the first
  // observation of a pattern names all its members, and a list of patterns needs none of them.
  const rows = await em.execute<{ patternId: number; latest: Observed[] }[]>(
    `select wanted.id as "patternId", (
       select json_agg(json_build_object('runId', o.run_id, 'told', o.id = any (telling.ids), 'holds', o.holds,
           'joined', case when o.id > telling.first then o.joined else '{}' end,
           'left', case when o.id > telling.first then o.left_ids else '{}' end) order by o.id)
       from pattern_observation o where o.pattern_id = wanted.id and o.id >= telling.first) as latest
     from unnest(?::integer[]) as wanted (id),
     lateral (select min(id) as first, array_agg(id) as ids from (
       ${toldBy('wanted.id')} order by told.id desc limit 2) as two) as telling
     where telling.first is not null`,
    [`{${patternIds.join(',')}}`],
  );
  return new Map(rows.map(({ patternId, latest }) => [patternId, latest]));
}
