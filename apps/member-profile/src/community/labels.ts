import type { EntityManager } from '@mikro-orm/postgresql';

/** Reads the most common spelling of each facet, or of each of `keys`; ties go to the first by code units. */
export async function readLabels(
  em: EntityManager,
  keys?: ReadonlySet<string>,
): Promise<Map<string, string>> {
  const among = keys && 'where key = any(array(select jsonb_array_elements_text(?::jsonb)))';
  const rows = await em.execute<{ key: string; label: string }[]>(
    `select distinct on (key) key, label from member_spelling ${among ?? ''}
     order by key, members desc, label collate "C"`,
    keys && [JSON.stringify([...keys])],
  );
  return new Map(rows.map(({ key, label }) => [key, label]));
}
