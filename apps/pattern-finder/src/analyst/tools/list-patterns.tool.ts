import { ListPatternsInput } from '@warren/contracts';
import { PatternRow } from '../../patterns/pattern.entity.ts';
import { defineTool } from './tool.ts';

const shown = 100;

/** What is saved already. */
export const listPatterns = defineTool({
  name: 'list_patterns',
  description: 'The patterns saved so far: id, name, category, basis, rule and number of members.',
  input: ListPatternsInput,
  prepare: ({ category }) =>
    Promise.resolve(async (em) => {
      const where = category === undefined ? { isActive: true } : { isActive: true, category };
      const rows = await em.find(PatternRow, where, {
        orderBy: { memberCount: 'desc', id: 'asc' },
        limit: shown,
      });
      return rows.map((row) => ({
        pattern_id: row.id,
        name: row.name,
        category: row.category,
        basis: row.evidence.basis,
        rule: row.evidence.rule ?? null,
        member_count: row.memberCount,
      }));
    }),
});
