import type { EntityManager } from '@mikro-orm/postgresql';
import type { Measured } from './life-cycle.ts';

type Row = Measured & { readonly patternId: number };

/** The last two observations of each pattern, newest first, as far as its state goes. */
export async function latestObservations(
  em: EntityManager,
  patternIds: readonly number[],
): Promise<ReadonlyMap<number, Measured[]>> {
  // Not as entities: an observation keeps the ids of all who came and went, and a list of patterns needs none of them.
  const latest = await em.execute<Row[]>(
    `select wanted.id as "patternId", latest.member_count as "memberCount", cardinality(latest.left_ids) as "left", latest.holds
     from unnest(?::integer[]) as wanted (id), lateral (
       select id, member_count, left_ids, holds from pattern_observation
       where pattern_id = wanted.id order by id desc limit 2) latest
     order by latest.id desc`,
    [`{${patternIds.join(',')}}`],
  );
  return Map.groupBy(latest, ({ patternId }) => patternId);
}
