import type { EntityManager } from '@mikro-orm/postgresql';
import type { FacetKind, Theme, ThemeDefinition, ThemeSide } from '@warren/contracts';
import { isJudgedSql } from '../community/theme-facets.ts';
import { textHash, wrote } from '../profiles/member-texts.service.ts';

/** A theme as stored: `folded` is the canonical label, `is_told` false where members may not be told to carry it. */
export interface ThemeRow extends ThemeDefinition {
  readonly id: number;
  readonly folded: string;
  readonly status: Theme['status'];
  readonly is_told: boolean;
  readonly merged_into: string | null;
}

/** Reads all themes, or the one of an id, in the order of their ids. */
export async function readThemes(em: EntityManager, id: number | null = null): Promise<ThemeRow[]> {
  return em.execute<ThemeRow[]>(
    `select id, label, folded, side, definition, excludes, status, is_told, merged_into
     from theme where id = coalesce(?::integer, id) order by id`,
    [id],
  );
}

/** Returns whether members are judged for a theme. */
export function isJudged({ status, is_told }: Pick<ThemeRow, 'status' | 'is_told'>): boolean {
  return status === 'active' && is_told;
}

/** The entries of the codebook that members are judged for. */
export function codebookOf(rows: readonly ThemeRow[]): (ThemeDefinition & { id: number })[] {
  return rows
    .filter(isJudged)
    .map(({ id, label, side, definition, excludes }) => ({ id, label, side, definition, excludes }));
}

/** The kind of facet that the members of a theme carry. */
export function kindOfSide(side: ThemeSide): Extract<FacetKind, 'theme' | 'looking_for'> {
  return side === 'needs' ? 'looking_for' : 'theme';
}

/** The facet that the members of a theme carry unless it is merged. */
export function ownKey({ side, folded }: Pick<ThemeRow, 'side' | 'folded'>): string {
  return `${kindOfSide(side)}:${folded}`;
}

/** Counts the analysed members who wrote something. */
export async function countWritten(em: EntityManager): Promise<number> {
  const [row] = await em.execute<{ count: number }[]>(
    `select count(*)::integer as count from member where analysed and ${wrote}`,
  );
  return row?.count ?? 0;
}

/** Of analysed members who wrote something, those not judged for all themes on their texts as they are now, in SQL. */
const leftSql = `from member left join (
    select member_id, count(*) as themes, min(text_hash) as first, max(text_hash) as last
    from theme_judgement join theme on theme.id = theme_id
    where ${isJudgedSql} group by member_id
  ) as judged on judged.member_id = member.id
  where analysed and ${wrote} and case
    -- hashed last, since that takes longest
    when coalesce(judged.themes, 0) < ? then true
    when judged.first <> judged.last then true
    else judged.last <> ${textHash} end`;

/** Counts the members who are still to be judged, of so many themes. */
export async function countLeft(em: EntityManager, themes: number): Promise<number> {
  const [row] = await em.execute<{ count: number }[]>(`select count(*)::integer as count ${leftSql}`, [
    themes,
  ]);
  return row?.count ?? 0;
}

/** The order of members in which what has been read is a sample of all, since it says nothing of them. */
export const sampledOrder = 'md5(member.id::text), member.id';

/** The first of the members who are still to be judged, and how many these are. */
export async function firstLeft(
  em: EntityManager,
  themes: number,
  limit: number,
): Promise<{ ids: number[]; left: number }> {
  const rows = await em.execute<{ id: number; left: number }[]>(
    `select member.id, count(*) over ()::integer as "left" ${leftSql} order by ${sampledOrder} limit ?`,
    [themes, limit],
  );
  return { ids: rows.map(({ id }) => id), left: rows[0]?.left ?? 0 };
}
