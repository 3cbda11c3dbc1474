import type { EntityManager } from '@mikro-orm/postgresql';
import { PatternCategory } from '@warren/contracts';

/**
 * Adds to the SQL type of categories those of the contract that it does not have: what a pattern may be is said there
 * alone. Several replicas may do so at once, and one of an earlier release reads on.
 */
export async function bringCategoriesUpToDate(em: EntityManager): Promise<void> {
  const rows = await em.execute<{ name: string }[]>(
    'select unnest(enum_range(null::pattern_category))::text as name',
  );
  const known = new Set(rows.map(({ name }) => name));
  for (const category of PatternCategory.options.filter((option) => !known.has(option))) {
    await em.execute(`alter type pattern_category add value if not exists '${category}'`);
  }
}
