import type { EntityManager } from '@mikro-orm/postgresql';
import type { Evidence } from '@warren/contracts';
import type { MeasuredEvidence } from '../evidence/measured-evidence.ts';
import { PatternRow } from '../patterns/pattern.entity.ts';

/** Jaccard overlap of members from which two patterns are near duplicates. */
export const sameMembers = 0.8;

interface Sketch {
  id: number;
  fingerprint: string;
  member_count: number;
  keys: string[];
  quotes: string[];
}

/** Jaccard index of two lists of members (Jaccard 1912); 0 if both are empty. */
export function memberOverlap(one: readonly number[], other: readonly number[]): number {
  const among = new Set(one);
  const both = other.filter((id) => among.has(id)).length;
  const all = one.length + other.length - both;
  return all === 0 ? 0 : both / all;
}

/** Compares the families of two fingerprints: a strength never equals a cluster, even with the same rule. */
export function sameFamily(one: string, other: string): boolean {
  return one.split(':', 1)[0] === other.split(':', 1)[0];
}

/**
 * Finds the saved pattern that a claim nearly duplicates: of the same family, with at least four in five of the same
 * members, and with facets (or quotes) in common. Dismissed patterns count too, and retired ones as they were.
 */
export async function nearDuplicateOf(
  em: EntityManager,
  measured: MeasuredEvidence,
): Promise<PatternRow | undefined> {
  const count = measured.memberIds.length;
  const sketches = await em.execute<Sketch[]>(
    `select id, fingerprint, member_count,
       array(select facet ->> 'key' from json_array_elements(evidence -> 'facets') as facet) as keys,
       array(select quote ->> 'quote' from json_array_elements(coalesce(evidence -> 'quotes', '[]')) as quote) as quotes
     from pattern where fingerprint <> ? and member_count between ? and ? order by id`,
    [measured.fingerprint, Math.floor(count * sameMembers), Math.ceil(count / sameMembers)],
  );
  const near = sketches.filter(
    (sketch) =>
      sameFamily(sketch.fingerprint, measured.fingerprint) && haveInCommon(sketch, measured.evidence),
  );
  const rows = await em.find(
    PatternRow,
    { id: { $in: near.map(({ id }) => id) } },
    { orderBy: { id: 'asc' } },
  );
  return rows.find((row) => memberOverlap(row.relatedMemberIds, measured.memberIds) >= sameMembers);
}

function haveInCommon({ keys, quotes }: Sketch, evidence: Evidence): boolean {
  const known = new Set([...keys, ...quotes]);
  return (
    evidence.facets.some(({ key }) => known.has(key)) ||
    (evidence.quotes ?? []).some(({ quote }) => known.has(quote))
  );
}
