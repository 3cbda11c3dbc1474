import type { EntityManager } from '@mikro-orm/postgresql';
import { facetsOfMember } from '@warren/mining';
import type { Membership } from '@warren/mining';

/** Ids are compared by counts per range of so many, so that only a few ranges are read. */
const rangeSize = 1_000;

/**
 * Finds the ids of a membership that are no longer in the database, apart from those who changed or are `gone`. Nothing
 * is kept of an erased member, not even the id, so erasures show only as a difference in counts: `analysed` is the number
 * of analysed members in the database.
 */
export async function findErasedMembers(
  em: EntityManager,
  membership: Membership,
  { joinedOrChanged, gone }: { joinedOrChanged: readonly number[]; gone: readonly number[] },
  analysed: number,
): Promise<number[]> {
  const joined = joinedOrChanged.filter((id) => facetsOfMember(membership, id) === undefined);
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
    [rangeSize],
  );
  found.forEach(({ place, members }) => count(place * rangeSize, -members));
  const places = [...missing.keys()].filter((place) => missing[place] !== 0);
  const rows = await em.execute<{ id: number }[]>(
    `select id from jsonb_array_elements_text(?::jsonb) as ranges (first)
     join member on id between first::integer and first::integer + ? where analysed`,
    [JSON.stringify(places.map((place) => place * rangeSize)), rangeSize - 1],
  );
  const stored = new Set(rows.map(({ id }) => id));
  return Array.from(
    membership.ids.filter((id) => missing[placeOf(id)] !== 0 && !stored.has(id) && !left.has(id)),
  );
}

function placeOf(id: number): number {
  return Math.floor(id / rangeSize);
}
