import type { EntityManager } from '@mikro-orm/postgresql';
import type { Evidence } from '@warren/contracts';
import type { MeasuredEvidence } from '../evidence/measured-evidence.ts';
import { PatternRow } from '../patterns/pattern.entity.ts';

/** Jaccard overlap of members from which on two patterns are nearly one. */
export const sameMembers = 0.8;

interface Sketch {
  id: number;
  fingerprint: string;
  member_count: number;
  keys: string[];
  quotes: string[];
}

/** Shared members over all members of two ascending lists (Jaccard 1912); 0 where both are empty. */
export function memberOverlap(one: readonly number[], other: readonly number[]): number {
  const among = new Set(one);
  const both = other.filter((id) => among.has(id)).length;
  const all = one.length + other.length - both;
  return all === 0 ? 0 : both / all;
}

/** Whether two fingerprints are of one family: a strength is no cluster, whatever its rule. */
export function sameFamily(one: string, other: string): boolean {
  return one.split(':', 1)[0] === other.split(':', 1)[0];
}

/**
 * The saved pattern that a claim is nearly: of its family, with at least four in five of the same members, and with
 * facets (or quotes) in common. A dismissed one counts too, a retired one as it was.
 */
export async function nearDuplicateOf(
  em: EntityManager,
  grounds: MeasuredEvidence,
): Promise<PatternRow | undefined> {
  const count = grounds.memberIds.length;
  const sketches = await em.execute<Sketch[]>(
    `select id, fingerprint, member_count,
       array(select facet ->> 'key' from json_array_elements(evidence -> 'facets') as facet) as keys,
       array(select quote ->> 'quote' from json_array_elements(coalesce(evidence -> 'quotes', '[]')) as quote) as quotes
     from pattern where fingerprint <> ? and member_count between ? and ? order by id`,
    [grounds.fingerprint, Math.floor(count * sameMembers), Math.ceil(count / sameMembers)],
  );
  const near = sketches.filter(
    (sketch) => sameFamily(sketch.fingerprint, grounds.fingerprint) && haveInCommon(sketch, grounds.evidence),
  );
  const rows = await em.find(
    PatternRow,
    { id: { $in: near.map(({ id }) => id) } },
    { orderBy: { id: 'asc' } },
  );
  return rows.find((row) => memberOverlap(row.relatedMemberIds, grounds.memberIds) >= sameMembers);
}

function haveInCommon({ keys, quotes }: Sketch, evidence: Evidence): boolean {
  const known = new Set([...keys, ...quotes]);
  return (
    evidence.facets.some(({ key }) => known.has(key)) ||
    (evidence.quotes ?? []).some(({ quote }) => known.has(quote))
  );
}
