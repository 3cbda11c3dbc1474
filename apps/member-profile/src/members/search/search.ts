import type { EntityManager } from '@mikro-orm/postgresql';
import { searchWords } from '@warren/contracts';

/** A page of member ids, and the total on all pages. */
interface FoundMembers {
  readonly total: number;
  readonly ids: readonly number[];
}

/** Lists all members, page by page. */
export async function listMembers(
  em: EntityManager,
  total: number,
  page: number,
  perPage: number,
): Promise<FoundMembers> {
  const offset = (page - 1) * perPage;
  if (offset >= total) {
    return { total, ids: [] };
  }
  const rows = await em.execute<{ id: number }[]>('select id from member order by id limit ? offset ?', [
    perPage,
    offset,
  ]);
  return { total, ids: rows.map(({ id }) => id) };
}

/**
 * Finds the members whose name, role, bio or facets contain every word of a query. One scan gives both the count and the
 * page.
 */
export async function searchMembers(
  em: EntityManager,
  query: string,
  page: number,
  perPage: number,
): Promise<FoundMembers> {
  const words = searchWords(query).map((word) => `%${word.replace(/[\\%_]/g, String.raw`\$&`)}%`);
  const conditions = words.map(() => 'searched like lower(?)').join(' and ');
  const [found] = await em.execute<FoundMembers[]>(
    `with found as materialized (select id from member where ${conditions})
     select (select count(*)::integer from found) as total,
       array(select id from found order by id limit ? offset ?) as ids`,
    [...words, perPage, (page - 1) * perPage],
  );
  return found ?? { total: 0, ids: [] };
}
