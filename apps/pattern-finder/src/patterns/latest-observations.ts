import type { EntityManager } from '@mikro-orm/postgresql';
import { PatternObservationRow } from './pattern-observation.entity.ts';

/** The last two observations of each pattern, newest first. */
export async function latestObservations(
  em: EntityManager,
  patternIds: readonly number[],
): Promise<ReadonlyMap<number, PatternObservationRow[]>> {
  const latest = await em.execute<{ id: number }[]>(
    `select latest.id from unnest(?::integer[]) as wanted (id), lateral (
       select id from pattern_observation where pattern_id = wanted.id order by id desc limit 2) latest`,
    [`{${patternIds.join(',')}}`],
  );
  const observations = await em.find(
    PatternObservationRow,
    { id: { $in: latest.map(({ id }) => id) } },
    { orderBy: { id: 'desc' } },
  );
  return Map.groupBy(observations, ({ patternId }) => patternId);
}
