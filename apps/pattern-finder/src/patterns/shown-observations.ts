import type { EntityManager } from '@mikro-orm/postgresql';
import type { PatternObservation } from '@warren/contracts';
import { reportedBy } from './latest-observations.ts';
import { changesSinceReport } from './life-cycle.ts';
import { PatternObservationRow } from './pattern-observation.entity.ts';

const most = 200;

/** The latest observations of a pattern, newest first, each with who joined and left since the last reported one before it. */
export async function shownObservations(em: EntityManager, patternId: number): Promise<PatternObservation[]> {
  const reports = await em.execute<{ id: number }[]>(reportedBy('?'), [patternId]);
  const reported = new Set(reports.map(({ id }) => id));
  const [oldest] = await em.find(
    PatternObservationRow,
    { patternId },
    { orderBy: { id: 'desc' }, offset: most - 1, limit: 1, fields: ['id'] },
  );
  // The observation that the oldest one shown is compared with may be further back.
  const from = Math.max(0, ...[...reported].filter((id) => id < (oldest?.id ?? 0)));
  const rows = await em.find(
    PatternObservationRow,
    { patternId, id: { $gte: from } },
    { orderBy: { id: 'asc' } },
  );
  const changes = changesSinceReport(
    rows.map(({ id, runId, holds, joined, leftIds }) => ({
      runId: runId ?? null,
      reported: reported.has(id),
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
