import type { EntityManager } from '@mikro-orm/postgresql';
import type { CodeKept } from '@warren/contracts';
import { ownKeySql } from '../../community/theme-facets.ts';
import type { Quotes } from '../to-member.ts';

/** Reads the codes of some members: which theme of the codebook they carry, by which words, in the order of themes. */
export async function readCodes(
  em: EntityManager,
  ids: readonly number[],
): Promise<(CodeKept & { member_id: number })[]> {
  return em.execute<(CodeKept & { member_id: number })[]>(
    `select member_id, label as theme, coalesce(merged_into, ${ownKeySql}) as key, field, quote
     from theme_judgement join theme on theme.id = theme_id
     where quote is not null and member_id = any(?::integer[]) order by member_id, theme.id`,
    [`{${ids.join(',')}}`],
  );
}

/** The words by which members carry facets of themes, by key, for each member who has any. */
export async function codedQuotes(
  em: EntityManager,
  ids: readonly number[],
): Promise<ReadonlyMap<number, Quotes>> {
  const byMember = Map.groupBy(await readCodes(em, ids), ({ member_id }) => member_id);
  return new Map(
    [...byMember].map(([id, codes]) => [id, new Map(codes.map(({ key, quote }) => [key, quote]))]),
  );
}
