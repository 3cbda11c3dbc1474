import type { EntityManager } from '@mikro-orm/postgresql';
import { PatternCategory } from '@warren/contracts';

/**
 * Adds the categories of the contract that the SQL enum lacks: the contract alone defines them. Several replicas may do
 * so at once, and replicas of an earlier release are not affected.
 */
export async function addMissingCategories(em: EntityManager): Promise<void> {
  const rows = await em.execute<{ name: string }[]>(
    'select unnest(enum_range(null::pattern_category))::text as name',
  );
  const known = new Set(rows.map(({ name }) => name));
  for (const category of PatternCategory.options.filter((option) => !known.has(option))) {
    await em.execute(`alter type pattern_category add value if not exists '${category}'`);
  }
}
