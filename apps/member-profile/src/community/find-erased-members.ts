import type { EntityManager } from '@mikro-orm/postgresql';
import { facetsOfMember } from '@warren/mining';
import type { Membership } from '@warren/mining';

/** Ids are compared in ranges of so many, so that only those of a few ranges are read. */
const range = 1_000;

/**
 * The ids of members who are in a membership and, once those who `came` or are `gone` are accounted for, not in the
 * database any more. Of an erased member nothing is kept, not even its id, so they show only by being too few:
 * `analysed` is how many members there are now.
 */
export async function findErasedMembers(
  em: EntityManager,
  membership: Membership,
  { came, gone }: { came: readonly number[]; gone: readonly number[] },
  analysed: number,
): Promise<number[]> {
  const joined = came.filter((id) => facetsOfMember(membership, id) === undefined);
  const left = new Set(gone.filter((id) => facetsOfMember(membership, id) !== undefined));
  if (membership.ids.length + joined.length - left.size === analysed) {
    return [];
  }
  const missing = new Int32Array(
    placeOf(joined.reduce((most, id) => Math.max(most, id), membership.ids.at(-1) ?? 0)) + 1,
  );
  const count = (id: number, by: number): void => {
    missing[placeOf(id)] = (missing[placeOf(id)] ?? 0) + by;
  };
  membership.ids.forEach((id) => count(id, 1));
  joined.forEach((id) => count(id, 1));
  left.forEach((id) => count(id, -1));
  const found = await em.execute<{ place: number; members: number }[]>(
    'select id / ? as place, count(*)::integer as members from member where analysed group by place',
    [range],
  );
  found.forEach(({ place, members }) => count(place * range, -members));
  const places = [...missing.keys()].filter((place) => missing[place] !== 0);
  const rows = await em.execute<{ id: number }[]>(
    `select id from jsonb_array_elements_text(?::jsonb) as ranges (first)
     join member on id between first::integer and first::integer + ? where analysed`,
    [JSON.stringify(places.map((place) => place * range)), range - 1],
  );
  const there = new Set(rows.map(({ id }) => id));
  return Array.from(
    membership.ids.filter((id) => missing[placeOf(id)] !== 0 && !there.has(id) && !left.has(id)),
  );
}

function placeOf(id: number): number {
  return Math.floor(id / range);
}
