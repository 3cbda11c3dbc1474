import type { EntityManager } from '@mikro-orm/postgresql';
import { buildMembership } from '@warren/mining';
import type { MemberFacets, Membership } from '@warren/mining';
import { analysed, readRevision } from '../members/membership-changes.ts';
import type { Community } from './community.ts';
import { readCompletion } from './completion.ts';

const batch = 5_000;

/** Reads the analysed members; `em` holds a transaction that sees one state of the database throughout. */
export async function loadCommunity(em: EntityManager): Promise<Community> {
  return {
    revision: await readRevision(em),
    membership: await loadMembership(em),
    labels: await loadLabels(em),
    completion: await readCompletion(em),
  };
}

/** Batch by batch into numbers, so that no more than one batch of rows is held as text. */
async function loadMembership(em: EntityManager): Promise<Membership> {
  const keys: string[] = [];
  const places = new Map<string, number>();
  const ids: number[] = [];
  const ends: number[] = [];
  const items: number[] = [];
  let after = 0;
  for (;;) {
    const rows = await em.execute<{ id: number; facets: string[] }[]>(
      `select id, facets from member where id > ? and ${analysed} order by id limit ?`,
      [after, batch],
    );
    for (const { id, facets } of rows) {
      for (const key of facets) {
        const place = places.get(key) ?? keys.push(key) - 1;
        places.set(key, place);
        items.push(place);
      }
      ids.push(id);
      ends.push(items.length);
    }
    const last = rows.at(-1);
    if (last === undefined || rows.length < batch) {
      return buildMembership(membersOf(ids, ends, items, keys));
    }
    after = last.id;
  }
}

function* membersOf(ids: number[], ends: number[], items: number[], keys: string[]): Iterable<MemberFacets> {
  let start = 0;
  for (const [at, id] of ids.entries()) {
    const end = ends[at] ?? start;
    yield { id, facets: items.slice(start, end).map((place) => keys[place] ?? '') };
    start = end;
  }
}

/** Of each facet the spelling most members use; of equally common ones the first by code units. */
async function loadLabels(em: EntityManager): Promise<Map<string, string>> {
  const rows = await em.execute<{ key: string; label: string }[]>(
    `select distinct on (key) key, label from (
       select key, label, count(*) as members
       from member cross join lateral unnest(facets, facet_labels) as facet(key, label)
       where ${analysed} group by key, label
     ) spelling order by key, members desc, label collate "C"`,
  );
  return new Map(rows.map(({ key, label }) => [key, label]));
}
