import type { EntityManager } from '@mikro-orm/postgresql';
import type { MemberBatch, MemberBatches } from '../mining/mining-jobs.ts';

/** Rows per query, so few that other requests wait only milliseconds. Facets as JSON: pg parses arrays character by character. */
const batch = 1_000;

interface ReadRow {
  id: number;
  revision: number;
  analysed: boolean;
  facets: string[];
}

/** Members read from the database: the analysed ones, and the ids of the others. */
interface ReadMembers {
  present: MemberBatches;
  gone: number[];
}

/** Reads all analysed members, encoding each batch as numbers, so that at most one batch is held as text. */
export async function readAnalysedMembers(em: EntityManager): Promise<ReadMembers> {
  return collect(({ id }) =>
    em.execute<ReadRow[]>(
      `select id, revision, analysed, to_json(facets || themes) as facets
       from member where analysed and id > ? order by id limit ?`,
      [id, batch],
    ),
  );
}

/** Reads all members who have changed since a revision, analysed or not. */
export async function readChangedMembers(em: EntityManager, since: number): Promise<ReadMembers> {
  return collect(
    ({ revision, id }) =>
      em.execute<ReadRow[]>(
        `select id, revision, analysed, to_json(case when analysed then facets || themes else '{}' end) as facets
         from member where (revision, id) > (?, ?) order by revision, id limit ?`,
        [revision, id, batch],
      ),
    // Above any id, so that no member of that revision itself is read.
    { revision: since, id: 2 ** 31 - 1 },
  );
}

async function collect(
  readAfter: (last: { revision: number; id: number }) => Promise<ReadRow[]>,
  from = { revision: 0, id: 0 },
): Promise<ReadMembers> {
  const places = new Map<string, number>();
  const batches: MemberBatch[] = [];
  const gone: number[] = [];
  let last = from;
  for (;;) {
    const rows = await readAfter(last);
    batches.push(
      toBatch(
        rows.filter(({ analysed }) => analysed),
        places,
      ),
    );
    gone.push(...rows.filter(({ analysed }) => !analysed).map(({ id }) => id));
    const end = rows.at(-1);
    if (end === undefined || rows.length < batch) {
      return { present: { batches, keys: [...places.keys()] }, gone };
    }
    last = end;
  }
}

function toBatch(rows: readonly ReadRow[], places: Map<string, number>): MemberBatch {
  const ends: number[] = [];
  const items: number[] = [];
  for (const { facets } of rows) {
    for (const key of facets) {
      let place = places.get(key);
      if (place === undefined) {
        place = places.size;
        places.set(key, place);
      }
      items.push(place);
    }
    ends.push(items.length);
  }
  return {
    ids: new Float64Array(rows.map(({ id }) => id)),
    ends: new Uint32Array(ends),
    items: new Uint32Array(items),
  };
}
