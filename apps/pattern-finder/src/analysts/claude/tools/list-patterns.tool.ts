import { z } from 'zod';
import { PatternCategory } from '@warren/contracts';
import { latestObservations } from '../../../patterns/latest-observations.ts';
import { stateSinceReport } from '../../../patterns/life-cycle.ts';
import { PatternRow } from '../../../patterns/pattern.entity.ts';
import { withinBytes } from '../presentation/within-bytes.ts';
import { defineTool } from './tool.ts';

/** Patterns shown at once, and their bytes; a category shows others. */
const most = 60;
const mostBytes = 24_000;

/** Lists the saved patterns with their states. */
export const listPatterns = defineTool({
  name: 'list_patterns',
  description:
    'The patterns saved so far: id, name, category, basis, rule, state since the last run that told of it, members then and now. ' +
    'Of a retired one the basis is what it last held on: it holds no more. ' +
    'A dismissed one was put away by the operator: leave it.',
  input: z.strictObject({ category: PatternCategory.optional() }),
  prepare: ({ category }) =>
    Promise.resolve(async (em) => {
      const where = { heldAt: null, ...(category === undefined ? {} : { category }) };
      const total = await em.count(PatternRow, where);
      const rows = await em.find(PatternRow, where, {
        orderBy: { isActive: 'desc', memberCount: 'desc', id: 'asc' },
        limit: most,
      });
      const observations = await latestObservations(
        em,
        rows.map(({ id }) => id),
      );
      const patterns = rows.map((row) => {
        const { state, sinceRunId, joined, left } = stateSinceReport(row, observations.get(row.id) ?? []);
        return {
          pattern_id: row.id,
          name: row.name,
          category: row.category,
          basis: row.evidence.basis,
          rule: row.evidence.rule ?? null,
          state: row.dismissed ? 'dismissed' : state,
          members_then: sinceRunId === null ? null : row.memberCount - joined.length + left.length,
          members_now: row.memberCount,
        };
      });
      const shown = withinBytes(patterns, mostBytes);
      return { patterns: shown, more: total - shown.length };
    }),
});
