import type { EntityManager } from '@mikro-orm/postgresql';
import type { PatternObservation } from '@warren/contracts';
import { toldBy } from './latest-observations.ts';
import { changesSinceTold } from './life-cycle.ts';
import { PatternObservationRow } from './pattern-observation.entity.ts';

const most = 200;

/** The latest observations of a pattern, newest first, each with who came and went since the run before it that told. */
export async function shownObservations(em: EntityManager, patternId: number): Promise<PatternObservation[]> {
  const telling = await em.execute<{ id: number }[]>(toldBy('?'), [patternId]);
  const told = new Set(telling.map(({ id }) => id));
  const [oldest] = await em.find(
    PatternObservationRow,
    { patternId },
    { orderBy: { id: 'desc' }, offset: most - 1, limit: 1, fields: ['id'] },
  );
  // What the oldest one shown is compared with may lie further back.
  const from = Math.max(0, ...[...told].filter((id) => id < (oldest?.id ?? 0)));
  const rows = await em.find(
    PatternObservationRow,
    { patternId, id: { $gte: from } },
    { orderBy: { id: 'asc' } },
  );
  const changes = changesSinceTold(
    rows.map(({ id, runId, holds, joined, leftIds }) => ({
      runId: runId ?? null,
      told: told.has(id),
      holds,
      joined,
      left: leftIds,
    })),
  );
  return rows
    .map((row, at) => ({
      run_id: row.runId ?? null,
      observed_at: row.observedAt.toISOString(),
      member_count: row.memberCount,
      joined: [...(changes[at]?.joined ?? [])],
      left: [...(changes[at]?.left ?? [])],
      basis: row.basis,
      statistics: row.statistics,
      holds: row.holds,
    }))
    .reverse()
    .slice(0, most);
}
