import type { EntityManager } from '@mikro-orm/postgresql';
import { searchWords } from '@warren/contracts';
import type { MemberOrder, MemberQuery } from '@warren/contracts';
import { hasLeft } from '../has-left.ts';

/** A page of member ids, and the total on all pages. */
interface FoundMembers {
  readonly total: number;
  readonly ids: readonly number[];
}

/** Page, order and filter of a list. */
type Listing = Pick<MemberQuery, 'page' | 'per_page' | 'sort' | 'left'>;

/** Columns of each order. Names are folded; a member without a last name stands where the first name belongs. */
const orders: Record<MemberOrder, string> = {
  name: `coalesce(nullif(lower(last_name), ''), lower(first_name)), lower(first_name), id`,
  newest: 'id desc',
  oldest: 'id',
};

const conditions: Record<MemberQuery['left'], string> = {
  all: 'true',
  present: `not ${hasLeft}`,
  left: hasLeft,
};

/** Lists members, page by page. @param total number of all members */
export async function listMembers(em: EntityManager, total: number, listing: Listing): Promise<FoundMembers> {
  const { page, per_page, sort, left } = listing;
  const matching =
    left === 'all' ? total : left === 'left' ? await countLeft(em) : total - (await countLeft(em));
  const offset = (page - 1) * per_page;
  if (offset >= matching) {
    return { total: matching, ids: [] };
  }
  const rows = await em.execute<{ id: number }[]>(
    `select id from member where ${conditions[left]} order by ${orders[sort]} limit ? offset ?`,
    [per_page, offset],
  );
  return { total: matching, ids: rows.map(({ id }) => id) };
}

async function countLeft(em: EntityManager): Promise<number> {
  const [row] = await em.execute<{ count: number }[]>(
    `select count(*)::integer from member where ${hasLeft}`,
  );
  return row?.count ?? 0;
}

/**
 * Finds the members whose name, role, bio or facets contain every word of a query. One scan gives both the count and the
 * page.
 */
export async function searchMembers(
  em: EntityManager,
  query: string,
  { page, per_page, sort, left }: Listing,
): Promise<FoundMembers> {
  const words = searchWords(query).map((word) => `%${word.replace(/[\\%_]/g, String.raw`\$&`)}%`);
  const matches = words.map(() => 'searched like lower(?)').join(' and ');
  const [found] = await em.execute<FoundMembers[]>(
    `with found as materialized (
       select id, first_name, last_name from member where ${matches} and ${conditions[left]})
     select (select count(*)::integer from found) as total,
       array(select id from found order by ${orders[sort]} limit ? offset ?) as ids`,
    [...words, per_page, (page - 1) * per_page],
  );
  return found ?? { total: 0, ids: [] };
}
